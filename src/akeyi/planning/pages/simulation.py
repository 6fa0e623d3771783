"""The day simulated, as a part of the plan's page: asked for, under way, done."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES
from akeyi.errors.planning import NOTHING_TO_SIMULATE

from .. import queries, runs
from ..stations import MODES
from ..wording import MODE, PROPOSED, STATION


def shown(run: runs.Run) -> dict[str, Any]:
    """A simulation as the page says it: minutes, with how far each may be off."""
    found = run.found or {"proposal": None, "by_mode": {}, "rosters": {}}
    rosters = [(mode, found["rosters"][mode]) for mode in MODES if found["rosters"].get(mode)]
    stations = [station for station in STATION if any(station in one["staff"] for _, one in rosters)]
    return {
        "run": run,
        "proposed": PROPOSED.get(found["proposal"] or ""),
        "modes": [
            {
                "name": MODE[mode],
                "one": one,
                "out": _minutes(one["door_to_exit"]),
                "longest": _minutes(one["longest"]),
                "red": _minutes(one["red_longest"]),
                "waits": [
                    (STATION[name], _minutes(mean), _minutes(most)) for name, (mean, most) in one["waits"].items()
                ],
            }
            for mode, one in found["by_mode"].items()
        ],
        "roster_modes": [MODE[mode] for mode, _ in rosters],
        "roster_totals": [one["total"] for _, one in rosters],
        "roster": [(STATION[name], [one["staff"].get(name, 0) for _, one in rosters]) for name in stations],
    }


def _minutes(estimate: dict[str, float]) -> str:
    return f"{estimate['mean'] / 60:.0f} ± {max(1, round(estimate['within'] / 60))}"


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Http404 from None


@office_page(FIGURES, "reception", "assistance")
def simulated(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The part alone, for a page that looks again while it is under way; to anybody else it is a part of the page."""
    day = _day(request.GET.get("day") or timezone.localdate().isoformat())
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('plan')}?day={day.isoformat()}#simulated")
    context = shown(runs.look(viewer, day)) | {"viewer": viewer, "day": day}
    return render(request, "planning/simulated.html", context)


@require_POST
@office_page(FIGURES, "reception", "assistance")
def simulate(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    plan = queries.plan(viewer, _day(request.POST.get("day", "")))
    if any(one.at is not None and one.total for one in plan.awaited):
        runs.start(viewer, plan)
    else:
        messages.error(request, in_words(NOTHING_TO_SIMULATE))
    return redirect(f"{reverse('plan')}?day={plan.day.isoformat()}#simulated")
