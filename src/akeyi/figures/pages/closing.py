"""The closing of a day: its numbers with their definitions, from which tablets; on screen, on A4, as a table file."""

import csv
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.leaving import leaves
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES
from akeyi.arrivals import queries as arrivals
from akeyi.assistance import queries as assistance
from akeyi.figures import closing as closings
from akeyi.figures.definitions import Definition, definition, in_order
from akeyi.figures.disclosure import band
from akeyi.figures.rules import BY_KIND, differences, for_those_without_names

# More columns do not fit an A4 page beside the definitions.
ARRIVALS_IN_TABLE = 4


@dataclass(frozen=True)
class Number:
    """One row: a number with its definition, of all arrivals and of each."""

    key: str
    definition: Definition
    total: int | None
    values: list[int | None]


@dataclass(frozen=True)
class Table:
    """As many arrivals as stand side by side."""

    labels: list[str]
    rows: list[Number]
    has_total: bool


@office_page(FIGURES)
def closing(request: HttpRequest, viewer: Viewer, day: date | None = None) -> HttpResponse:
    day = day or _day(request.GET.get("day")) or closings.newest(viewer.site)
    told = closings.closings(viewer.site, day)
    chosen = _chosen(request, viewer, day, told)
    begin, _end = closings.bounds(viewer.site, day)
    names = _Names(viewer.site)
    return render(
        request,
        "figures/closing.html",
        {
            "viewer": viewer,
            "report": chosen,
            "day": day,
            "days": closings.days(viewer.site)[:60],
            "is_future": day > closings.today(viewer.site),
            "tables": tables(chosen, names),
            "has_arrivals": bool(chosen.arrivals),
            "heard": closings.heard_from(chosen.heard, begin),
            "closed_by": access.name_of(chosen.closed_by),
            "told": [(number, one, access.name_of(one.closed_by)) for number, one in _numbered(told)],
            "since": _since(viewer, day, chosen, names),
            "changes": _in_words(_changes(viewer, day), names),
            "late": closings.latecomers(viewer.site, before=day),
            "may_close": viewer.is_manager,
        },
    )


@require_POST
@office_page(duty="site")
def close(request: HttpRequest, viewer: Viewer, day: date) -> HttpResponse:
    if day > closings.today(viewer.site):
        raise Http404
    closings.close(viewer.site, day, viewer.worker)
    messages.success(request, gettext("The day is closed. These numbers stay readable as they are now."))
    return redirect("closing-of", day)


@office_page(FIGURES)  # type: ignore[arg-type]  # what answers is handed on as it is
def table_file(request: HttpRequest, viewer: Viewer, day: date) -> HttpResponseBase:
    """The same numbers as CSV: one line a number, its definition beside it."""
    return leaves(request, viewer, "closing", lambda fields: _csv(request, viewer, day, "figures" not in fields))


def _csv(request: HttpRequest, viewer: Viewer, day: date, is_rounded: bool) -> HttpResponse:
    """Rounded: each number as a band, and none of those that say what for whom."""
    chosen = _chosen(request, viewer, day, closings.closings(viewer.site, day))
    if is_rounded:
        chosen = replace(chosen, numbers=for_those_without_names(chosen.numbers))
    begin, _end = closings.bounds(viewer.site, day)
    names = _Names(viewer.site)
    from_tablets = heard_words(closings.heard_from(chosen.heard, begin))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="closing-{day.isoformat()}.csv"'
    # Without this mark Excel reads accents wrongly.
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        ["day", "arrival", "arrival_id", "key", "number", "value", "definition", "as_of", "is_closed", "heard_from"]
    )
    as_of = timezone.localtime(chosen.as_of).isoformat(timespec="seconds")
    for arrival, numbers in chosen.numbers.items():
        for key in in_order(set(numbers), names.items):
            defined = definition(key, names.items)
            value = numbers[key]
            writer.writerow(
                _safe(
                    day.isoformat(),
                    names.arrival(arrival),
                    "" if arrival in (closings.SITE, closings.NO_ARRIVAL) else arrival,
                    key,
                    str(defined.name),
                    "" if value is None else band_words(value) if is_rounded else value,
                    str(defined.says),
                    as_of,
                    "yes" if chosen.closed_at else "no",
                    from_tablets,
                )
            )
    return response


def band_words(number: int) -> str:
    """`10-19`; below ten nothing finer is said, or a small number would name somebody."""
    least, most = band(number)
    return f"{least}-{most}"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _chosen(request: HttpRequest, viewer: Viewer, day: date, told: list[closings.Report]) -> closings.Report:
    """The closing that was asked for; else the latest one; else, or where asked, the numbers as they are now."""
    asked = request.GET.get("closing", "")
    if asked.isdecimal() and 1 <= int(asked) <= len(told):
        chosen = told[len(told) - int(asked)]
    elif told and asked != "now":
        chosen = told[0]
    else:
        chosen = closings.report(viewer.site, day)
    return replace(chosen, numbers=_seen_by(viewer, chosen.numbers))


def _seen_by(viewer: Viewer, numbers: closings.Numbers) -> closings.Numbers:
    return numbers if viewer.sees_names else for_those_without_names(numbers)


def _numbered(told: list[closings.Report]) -> list[tuple[int, closings.Report]]:
    return [(len(told) - place, one) for place, one in enumerate(told)]


def tables(report: closings.Report, names: "_Names") -> list[Table]:
    """The report in tables of a few arrivals each, all together in the first."""
    keys = in_order({key for numbers in report.numbers.values() for key in numbers}, names.items)
    total = report.numbers.get(closings.SITE, {})
    found = []
    all_arrivals = report.arrivals
    for start in range(0, max(len(all_arrivals), 1), ARRIVALS_IN_TABLE):
        some = all_arrivals[start : start + ARRIVALS_IN_TABLE]
        rows = [
            Number(key, definition(key, names.items), total.get(key), [_number(report, one, key) for one in some])
            for key in keys
        ]
        found.append(Table([names.arrival(one) for one in some], rows, has_total=start == 0))
    return found


def _number(report: closings.Report, arrival: str, key: str) -> int | None:
    """One number of an arrival. A part of a number (a group, an item, an exit) that nobody told of is none of it."""
    return report.numbers[arrival].get(key, 0 if "." in key else None)


def heard_words(heard: closings.HeardFrom) -> str:
    """`9 of 11 tablets up to 17:52`."""
    if heard.up_to is None:
        return gettext("%(heard)s of %(total)s tablets") % {"heard": heard.heard, "total": heard.total}
    up_to = timezone.localtime(heard.up_to).strftime("%H:%M")
    words = {"heard": heard.heard, "total": heard.total, "time": up_to}
    return gettext("%(heard)s of %(total)s tablets up to %(time)s") % words


class _Names:
    """Labels of arrivals and names of items, as whoever looks reads them."""

    def __init__(self, site: str) -> None:
        language = (get_language() or "en").split("-")[0]
        self.labels = {one.subject: one.label or "–" for one in arrivals.arrivals(site)}
        self.items = {
            one.subject: (one.names or {}).get(language) or next(iter((one.names or {}).values()), "–")
            for one in assistance.items(site)
        }

    def arrival(self, key: str) -> str:
        if key == closings.SITE:
            return gettext("All arrivals")
        if key == closings.NO_ARRIVAL:
            return gettext("No arrival yet")
        return self.labels.get(key, "–")


def _since(viewer: Viewer, day: date, chosen: closings.Report, names: _Names) -> list[dict[str, Any]]:
    """What is another number now than at the closing that is shown."""
    if chosen.closed_at is None:
        return []
    now = _seen_by(viewer, closings.numbers_now(viewer.site, day))
    return _in_words(
        [
            closings.Change(day, arrival, key, was, is_now)
            for arrival, key, was, is_now in differences(chosen.numbers, now)
            if arrival != closings.SITE and key != "inside"
        ],
        names,
    )


def _changes(viewer: Viewer, day: date) -> list[closings.Change]:
    """What became another number after an earlier closing, as far as the viewer sees that number."""
    changes = closings.changes(viewer.site, before=day)
    return [one for one in changes if viewer.sees_names or not one.key.startswith(BY_KIND)]


def _in_words(changes: list[closings.Change], names: _Names) -> list[dict[str, Any]]:
    return [
        {
            "day": one.day,
            "arrival": names.arrival(one.arrival),
            "number": definition(one.key, names.items).name,
            "was": one.was or 0,
            "now": one.now or 0,
        }
        for one in changes
    ]


def _safe(*cells: Any) -> list[Any]:
    """A label that begins like a formula must not become one in a spreadsheet."""
    return [f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell for cell in cells]
