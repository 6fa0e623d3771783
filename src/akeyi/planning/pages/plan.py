"""The plan of a day: who is awaited, what they need, what is there, what is missing, until when; one page."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES
from akeyi.arrivals.wording import GROUPS, HOW
from akeyi.assistance.wording import named
from akeyi.people.wording import LANGUAGES

from .. import queries, runs
from ..paper import paper_of
from ..queries import Plan
from ..rules import Line
from ..wording import SOURCE, STATION, money, time_left
from . import simulation


def _asked(request: HttpRequest, days: list[date]) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        today = timezone.localdate()
        return next((day for day in days if day >= today), days[-1] if days else None)


def name_of(what: str, line: Line, item: Any = None) -> str:
    """What a line is about."""
    if what == "item":
        return named(item.names or {})
    return str(STATION[line.what]) if what == "staff" else LANGUAGES.get(line.what, line.what)


def shown(found: Plan) -> dict[str, Any]:
    """A plan as both the page and the paper say it."""
    now = timezone.now()
    return {
        "plan": found,
        "awaited": [
            {
                "one": one,
                "how": HOW.get(one.how or "", ""),
                "left": time_left(one.at, now),
                "groups": [(GROUPS[group], n) for group, n in one.groups.items()],
                "source": SOURCE[one.groups_by],
            }
            for one in found.awaited
        ],
        "groups": [(GROUPS[group], found.groups[group]) for group in GROUPS if found.groups.get(group)],
        "gaps": [
            {
                "what": what,
                "name": name_of(what, line, item),
                "missing": line.missing,
                "act_by": line.act_by,
                "left": time_left(line.act_by, now),
            }
            for what, line, item in found.gaps
        ],
        "items": [(named(item.names or {}), line) for item, line in found.items],
        "cash": [(money(line), line) for line in found.cash],
        "staff": [(STATION[line.what], line) for line in found.staff],
        "languages": [(LANGUAGES.get(line.what, line.what), line) for line in found.languages],
    }


@office_page(FIGURES, "reception", "assistance")
def plan(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    days = queries.days(viewer)
    day = _asked(request, days)
    if day is None:
        return render(request, "planning/plan.html", {"viewer": viewer, "days": days})
    found = queries.plan(viewer, day)
    could = queries.could_work(viewer.site)
    context = (
        shown(found)
        | simulation.shown(runs.look(viewer, day))
        | {
            "viewer": viewer,
            "days": days,
            "day": day,
            "shifts": [(one, [(STATION[station], n) for station, n in one.staff.items()]) for one in found.shifts],
            "could": [(STATION[station], n) for station, n in could.items()],
        }
    )
    return render(request, "planning/plan.html", context)


@office_page(FIGURES, "reception", "assistance")
def paper(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The same on one page of A4."""
    day = _asked(request, queries.days(viewer))
    if day is None:
        return redirect("plan")
    site = access.site(viewer.site) or {}
    made = paper_of(shown(queries.plan(viewer, day)), site.get("name") or "", (get_language() or "en").split("-")[0])
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="plan-{day.isoformat()}.pdf"'
    return answer
