"""A lost tablet: the facts of a breach notice, on one page that prints."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.pages.sites import WALLS
from akeyi.access.viewer import Viewer

from ..lost_tablet import lost_tablet


@office_page(duty="access")
def lost(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = lost_tablet(viewer, id)
    if found is None:
        raise Http404
    context = {
        "viewer": viewer,
        "tablet": found,
        "now": timezone.now(),
        "held": [(WALLS[one.wall], one) for one in found.held],
        "rings": [([WALLS[wall] for wall in ring.walls], ring) for ring in found.rings],
    }
    return render(request, "office/lost_tablet.html", context)
