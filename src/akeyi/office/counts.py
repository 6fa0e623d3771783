"""What was counted of an arrival, as somebody may take it back: taps by tablet and minute, sweeps, households."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need
from akeyi.arrivals import queries as arrivals
from akeyi.onward import queries as onward
from akeyi.people import queries as people
from akeyi.people import rules as people_rules

# More would bury the latest, which are what somebody mends.
SHOWN = 40


@dataclass
class Count:
    """Some facts that say one thing together, and go together."""

    what: str
    at: datetime
    tablet: str
    people: int
    ids: list[str]
    # What of whom: a figure, or the card of a household.
    group: str = ""
    each: int = 1
    door: str = ""
    card: str | None = None
    groups: dict[str, int] = field(default_factory=dict)


def counts(viewer: Viewer, arrival: str) -> list[Count]:
    """Of one arrival, the latest first."""
    need(viewer, "reception")
    tablets = {one["id"]: one["label"] for one in access.devices(viewer.site)}
    found = [
        *_taps(arrivals.taps(viewer.site, arrival), tablets),
        *(
            Count("sweep", one.at, tablets.get(one.device, ""), one.found, [one.id])
            for one in arrivals.sweeps(viewer.site)
            if arrival in one.of
        ),
        *(
            Count("outside", one.at, tablets.get(one.device, ""), one.people, [one.id], door=one.lane or "")
            for outside in [arrivals.waiting_outside(viewer.site)]
            if outside
            for one in outside.lanes.values()
        ),
        *_moves(viewer, arrival, tablets),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _taps(rows: Iterable[Any], tablets: dict[str, str]) -> list[Count]:
    """Taps of one figure on one tablet within one minute; a vehicle's figures, told at one moment, stay whole."""
    found: dict[tuple[Any, ...], Count] = {}
    for row in rows:
        typed = row.how == "typed"
        minute = row.at if typed else row.at.replace(second=0, microsecond=0)
        figure = () if typed else (row.group, row.count)
        what = "second_counter" if row.counting == "check" else "vehicle" if typed else "taps"
        one = found.setdefault(
            (row.device, row.counting, row.door, typed, minute, *figure),
            Count(what, row.at, tablets.get(row.device, ""), 0, [], "" if typed else row.group, row.count, row.door),
        )
        one.at = max(one.at, row.at)
        one.people += row.count
        one.ids.append(row.id)
        one.groups[row.group] = one.groups.get(row.group, 0) + row.count
    return list(found.values())


def _moves(viewer: Viewer, arrival: str, tablets: dict[str, str]) -> list[Count]:
    """What was said of the households of this arrival."""
    known = people.everybody(viewer.site)
    here = set(known.of_arrival(arrival))
    cards = {one.subject: one.card for one in people.receptions(viewer, arrival)}
    return [
        Count(
            f"household_{move.why}",
            move.at,
            tablets.get(move.device, ""),
            sum(move.groups.values()),
            [move.id],
            card=cards.get(known.resolve(move.source or move.target)),
            groups=move.groups,
        )
        for move in people.household_moves(viewer.site)
        # Who was registered out of one has a card by now, and would be counted twice.
        if move.why != "registered"
        and (known.resolve(move.target) in here or (move.source and known.resolve(move.source) in here))
    ]


def leaves_nobody_below_zero(viewer: Viewer, ids: set[str]) -> bool:
    """Whether these can be taken back: not while people of a household have moved on or left since."""
    moves = people.household_moves(viewer.site)
    kept = [(move.source, move.target, move.groups) for move in moves if move.id not in ids]
    households = {one for move in moves if move.id in ids for one in (move.source, move.target) if one}
    gone = [(one.subject, "", one.groups) for one in onward.exits_of(viewer, sorted(households)) if one.groups]
    tokens = people.everybody(viewer.site).tokens
    return all(
        count >= 0
        for one in households & tokens.keys()
        for count in people_rules.household([*kept, *gone], one).values()
    )
