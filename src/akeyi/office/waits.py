"""Who waits to be seen and who asked for a private talk, put together for one viewer: only what their roles open."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.onward import queries as onward
from akeyi.people import queries as people
from akeyi.people import wording
from akeyi.people.models import Reception
from akeyi.people.rules import age_on
from akeyi.screening import queries as screening
from akeyi.screening.rules import TARGET

WALLS = ("triage", "protection", "health")


def opens(viewer: Viewer) -> bool:
    """Whether one of the lists is this viewer's. A manager has none: a colour is for those who act on it."""
    return any(viewer.reads(wall) for wall in WALLS)


@dataclass(frozen=True)
class Row:
    """One person in a list. `target`: minutes within which somebody should be there."""

    reception: str
    card: str
    name: str
    minutes: int = 0
    target: int | None = None
    place: str | None = None
    wish: dict[str, str] = field(default_factory=dict)

    @property
    def is_late(self) -> bool:
        return self.target is not None and self.minutes >= self.target


@dataclass(frozen=True)
class Waits:
    """The lists; None where a list is not this viewer's. `as_of`: up to when minutes are counted."""

    as_of: datetime
    asking: list[Row] | None
    red: list[Row] | None
    orange: list[Row] | None
    at_health: list[Row] | None


def waits(viewer: Viewer, now: datetime) -> Waits:
    """Everybody who is still here and whom somebody has to see, who waits longest first."""
    if not opens(viewer):
        raise MayNotRead
    known = people.everybody(viewer.site)
    told = {known.resolve(one.subject): one for one in people.receptions(viewer)}
    gone = _gone(viewer.site, known)
    coloured = screening.coloured(viewer, known.resolve) if viewer.reads("triage") else None
    asking = screening.asking(viewer, known.resolve) if viewer.reads("protection") else None
    as_of = _as_of(now, [*(one.standing.since for one in coloured or []), *(one.since for one in asking or [])])

    def row(reception: str, since: datetime | None = None, card: str | None = None, **more: Any) -> Row:
        one = told.get(reception)
        minutes = max(0, int((as_of - since).total_seconds() // 60)) if since else 0
        name = wording.name_of(one) if one else ""
        return Row(reception if one else "", (one and one.card) or card or "", name, minutes, **more)

    def of_colour(colour: str) -> list[Row] | None:
        waiting = [
            (one.standing.waiting_since, one)
            for one in coloured or []
            if one.standing.colour == colour and one.standing.waiting_since and one.reception not in gone
        ]
        rows = [
            row(one.reception, since, target=TARGET[colour], place=one.place)
            for since, one in sorted(waiting, key=lambda pair: pair[0])
        ]
        return None if coloured is None else rows

    return Waits(
        as_of=as_of,
        asking=None if asking is None else [
            row(one.reception, one.since, one.wish.get("card"), wish=one.wish)
            for one in asking if one.reception not in gone
        ],
        red=of_colour("red"),
        orange=of_colour("orange"),
        at_health=_at_health(viewer, known, told, gone, row) if viewer.reads("health") else None,
    )  # fmt: skip


def red_too_long(viewer: Viewer, now: datetime) -> list[int]:
    """Minutes of everybody red to whom nobody came in time, the longest first; for whoever is told how many and nothing
    else."""
    known = people.everybody(viewer.site)
    gone = _gone(viewer.site, known)
    since = [at for one, at in screening.red_since(viewer, known.resolve).items() if one not in gone]
    as_of = _as_of(now, since)
    minutes = (int((as_of - at).total_seconds() // 60) for at in since)
    return sorted((one for one in minutes if one >= TARGET["red"]), reverse=True)


def _at_health(
    viewer: Viewer, known: people.Everybody, told: dict[str, Reception], gone: set[str], row: Any
) -> list[Row]:
    today = timezone.localdate()
    ages = [
        (id, age_on(today, one.birth_on, one.age), one.age_group)
        for id, one in told.items()
        if id in known.arrival and id not in gone
    ]
    return [row(one) for one in screening.stop_at_health(viewer, known.resolve, ages)]


def _gone(site: str, known: people.Everybody) -> set[str]:
    """Whoever left; a household's card is gone once all of its people are."""
    left: dict[str, int] = {}
    for reception, number, _how, _at in onward.exits(site):
        one = known.resolve(reception)
        left[one] = left.get(one, 0) + number
    return {one for one, number in left.items() if number >= sum(known.tokens.get(one, {"": 1}).values())}


def _as_of(now: datetime, moments: Iterable[datetime]) -> datetime:
    """Now; or where the last word is of another day, that: minutes since then would say nothing."""
    last = max(moments, default=now)
    return now if timezone.localdate(last) == timezone.localdate(now) or last > now else last
