"""The lanes of a crossing: who waits outside, who is inside, what came in each hour, and what follows from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES

from .. import lanes
from ..wording import STATION, advised


@office_page(FIGURES)
def crossing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The whole page; to one that is open already, only what changes."""
    now = timezone.now()
    found = lanes.lanes(viewer, now)
    context = {
        "viewer": viewer,
        "now": now,
        "crossing": found,
        "advice": [(advised(one), one.is_estimate) for one in found.advice],
        "lanes": [(one, [(STATION[pace.station], pace) for pace in one.now.paces]) for one in found.lanes],
    }
    part = "planning/crossing_lanes.html"
    answer = render(request, part if request.headers.get("HX-Request") else "planning/crossing.html", context)
    answer["Akeyi-Board"] = "renewed"
    return answer
