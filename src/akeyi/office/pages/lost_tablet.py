"""A lost tablet: the facts of a breach notice, on one page that prints."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.pages.sites import WALLS
from akeyi.access.viewer import Viewer

from ..lost_tablet import lost_tablet

ENDED_BY = {
    "wrong_pins": _("ten wrong PINs"),
    "pin": _("another PIN"),
    "left": _("works here no longer"),
    "shift": _("their shift is over"),
    "withdrawn": _("out of service"),
}


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
        "rings": [
            (name, [WALLS[wall] for wall in ring.walls], ring, ENDED_BY.get(ring.why)) for name, ring in found.rings
        ],
    }
    return render(request, "office/lost_tablet.html", context)
