"""What is still open at an arrival, what stands beside a number, and which tablets are silent, as pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

# A tablet asks every few seconds; one that was not heard this long is offline or switched off.
HEARD_WITHIN = timedelta(minutes=2)
BEFORE_LANDING = frozenset({"announced", "confirmed", "under_way", "diverted"})
NOT_COMING = frozenset({"cancelled", "landed_elsewhere"})


@dataclass(frozen=True)
class Cell:
    """One number of the board with its neighbour: 97 of 99 expected. None: nobody said anything."""

    column: str
    number: int | None
    of: int | None = None
    of_what: str = ""


def cells(columns: Mapping[str, int | None], status: str | None, is_total: bool = False) -> list[Cell]:
    """The seven numbers, each beside what it is measured by; before landing nothing was counted, which is not 0.

    A total stands beside no expectation: some arrivals are still to come.
    """
    planned = columns["on_the_plane"] if columns["on_the_plane"] is not None else columns["expected"]
    planned_by = "on_the_plane" if columns["on_the_plane"] is not None else "expected"
    beside: dict[str, tuple[int | None, str]] = {
        "on_the_plane": (columns["expected"], "expected"),
        "counted": (planned, planned_by),
        "registered": (columns["counted"], "counted"),
        "served": (columns["registered"], "registered"),
        "left": (columns["counted"], "counted"),
    }
    if is_total:
        del beside["on_the_plane"], beside["counted"]
    silent = status in BEFORE_LANDING | NOT_COMING
    made = []
    for name, number in columns.items():
        of, what = beside.get(name, (None, ""))
        if silent and not number and name not in ("expected", "on_the_plane"):
            number = None
        made.append(Cell(name, number, of or None, what) if number is not None else Cell(name, None))
    return made


@dataclass(frozen=True)
class Point:
    """One thing that is open: `what`, and for how many people or (`at`) by when."""

    what: str
    people: int = 0
    at: datetime | None = None
    was: datetime | None = None


def open_points(
    *,
    status: str | None,
    columns: Mapping[str, int | None],
    eta: datetime | None,
    eta_was: datetime | None,
    not_seen: int,
    not_registered: int,
    not_served: int,
    now: datetime,
) -> list[Point]:
    """What somebody still has to do or to know, the first first; empty where nothing is open."""
    begun = any(columns[name] for name in ("counted", "registered", "left"))
    if status in NOT_COMING and not begun:
        return [Point(str(status))]
    if status in BEFORE_LANDING and not begun:
        if eta is None:
            return [Point("no_eta")]
        return [Point("late" if eta < now else "lands", at=eta, was=eta_was if eta_was != eta else None)]
    points = [
        Point("not_counted", 1) if not columns["counted"] and not columns["registered"] else Point("not_counted"),
        Point("not_registered", not_registered),
        Point("not_served", not_served),
        Point("not_seen", not_seen),
    ]
    if status == "closed":
        points = [Point("closed_inside", columns["inside"] or 0)]
    return [point for point in points if point.people]


@dataclass(frozen=True)
class Heard:
    """How many tablets were heard just now, which were not, and how much waits on them."""

    total: int
    recent: int
    silent: tuple[tuple[str, datetime | None], ...]
    unsent: int


def heard(devices: Iterable[Mapping], now: datetime) -> Heard:
    """Of the tablets in service: a number of the board is only as new as the tablet that told it last."""
    serving = [one for one in devices if not one["withdrawn_at"]]
    silent = [one for one in serving if one["heard_at"] is None or now - one["heard_at"] > HEARD_WITHIN]
    return Heard(
        total=len(serving),
        recent=len(serving) - len(silent),
        silent=tuple((one["label"], one["heard_at"]) for one in silent),
        unsent=sum(one["unsent"] for one in serving),
    )
