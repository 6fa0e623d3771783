"""The night: who has a bed, who waits, who has slept here, and who has been told nothing yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.people import queries as people

from .. import nights as known
from ..wording import NIGHTS, STATUSES


@office_page("reception")
def nights(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found, names = known.tonight(viewer, timezone.now()), people.places(viewer.site)

    def shown(rows: list[known.Sleeper]) -> list[tuple[known.Sleeper, str, object]]:
        return [(one, people.place_name(one.destination, names), one.road and STATUSES[one.road]) for one in rows]

    context = {
        "viewer": viewer,
        "places": [
            (NIGHTS[place], sum(one.people for one in rows), shown(rows)) for place, rows in found.by_place.items()
        ],
        "unsaid": shown(found.unsaid),
        "unsaid_people": sum(one.people for one in found.unsaid),
    }
    return render(request, "onward/nights.html", context)
