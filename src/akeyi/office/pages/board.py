"""The live board: every arrival of the site with its numbers, what is open, and how old the numbers are."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals import rules as arrival_rules
from akeyi.figures import queries as figures

from .. import care, rules, sentences
from ..frame import frame


@dataclass(frozen=True)
class Line:
    """One row as the page shows it. `key` names its numbers while they change in place."""

    key: str
    arrival: Any
    cells: list[rules.Cell]
    open: str


@office_page()
def board(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The whole page; to a page that is open already, only the numbers, or the table where its rows changed.

    Whoever may not see numbers is led to the first page that is theirs.
    """
    if not viewer.sees_figures:
        links = frame(viewer, request.path).links
        if not links:
            raise MayNotRead
        return redirect(links[0].path)
    shown = _shown(viewer, timezone.now())
    if "rows" not in request.GET:
        return render(request, "office/board.html", shown)
    if request.GET["rows"] == shown["rows"]:
        answer = render(request, "office/board_numbers.html", shown)
    else:
        answer = render(request, "office/board_table.html", shown)
        answer["HX-Retarget"], answer["HX-Reswap"] = "#board", "outerHTML"
    answer["Akeyi-Board"] = "renewed"
    return answer


def _shown(viewer: Viewer, now: datetime) -> dict[str, Any]:
    all_rows = figures.board(viewer.site)
    today = timezone.localtime(now).date()
    days = {row.arrival.subject: arrival_rules.day_of(*_times(row.arrival)) for row in all_rows if row.arrival}
    newest = max((day for day in days.values() if day <= today), default=today)
    rows = [
        row
        for row in all_rows
        if row.arrival is None
        or arrival_rules.is_on_board(row.arrival.status, days[row.arrival.subject], newest, row.columns["inside"] or 0)
    ]
    # Times of the day that is shown need no day beside them.
    beside = now if newest == today else datetime.combine(newest, time(12), tzinfo=timezone.get_current_timezone())
    lines = [_line(row, now, beside) for row in rows]
    swept = all_rows.swept
    return {
        "viewer": viewer,
        "now": now,
        "newest": newest if newest < today and lines else None,
        "lines": lines,
        "has_earlier": len(rows) < len(all_rows),
        "total": rules.cells(all_rows.total(rows), None, is_total=True) if len(rows) > 1 else None,
        "rows": hashlib.sha256(" ".join(line.key for line in lines).encode()).hexdigest()[:16],
        "swept": swept if swept and timezone.localtime(swept.at).date() >= newest else None,
        "waiting": arrivals.waiting_outside(viewer.site),
        "alone": care.alarms(viewer, now),
        **sentences.heard_from(rules.heard(access.devices(viewer.site), now), now),
    }


def _times(arrival: Any) -> tuple[datetime | None, datetime | None, datetime]:
    return tuple(  # type: ignore[return-value]
        timezone.localtime(moment) if moment else None
        for moment in (arrival.landed_at, arrival.eta_at, arrival.first_at)
    )


def _line(row: figures.Row, now: datetime, beside: datetime) -> Line:
    status = row.arrival.status if row.arrival else None
    if row.arrival is None:
        return Line("site", None, rules.cells({**row.columns, "counted": None}, None), "")
    return Line(row.arrival.subject, row.arrival, rules.cells(row.columns, status), open_of(row, now, beside))


def open_of(row: figures.Row, now: datetime, beside: datetime) -> str:
    """What is open at an arrival, as a sentence; times are said as on the day of `beside`."""
    arrival = row.arrival
    assert arrival is not None
    before = [moment for _, moment in arrivals.etas(arrival.subject)] if arrival.eta_at else []
    return sentences.open_sentence(
        rules.open_points(
            status=arrival.status,
            columns=row.columns,
            eta=arrival.eta_at,
            eta_was=next((moment for moment in reversed(before) if moment and moment != arrival.eta_at), None),
            not_seen=len(row.not_seen) + row.erased,
            not_registered=row.not_registered,
            not_served=len(row.not_served),
            now=now,
        ),
        beside,
    )
