"""What other rooms and pages may ask about screening."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from akeyi.access import queries as access
from akeyi.access.viewer import MayNotRead, Viewer, need, need_duty
from akeyi.access.walls import reads
from akeyi.journal.models import EntryRow

from . import rules
from .forms.checks import Language
from .models import (
    Answer,
    AnswerChild,
    Answered,
    AnswerHealth,
    AnswerProtection,
    AskFirst,
    ChildNeed,
    Form,
    FormChild,
    FormHealth,
    FormProtection,
    HealthNeed,
    Met,
    Published,
    Request,
    Seen,
    Triage,
)

FORMS: dict[str, type[Published]] = {
    "reception": Form,
    "health": FormHealth,
    "child": FormChild,
    "protection": FormProtection,
}
ANSWERS: dict[str, type[Answered]] = {
    "reception": Answer,
    "health": AnswerHealth,
    "child": AnswerChild,
    "protection": AnswerProtection,
}

WASHINGTON_GROUP = "washington_group"


@dataclass(frozen=True)
class Version:
    """One version of a form. `facts`: all that said something of it, the latest last; answers name one of them."""

    form: str
    wall: str
    number: int
    titles: dict[Language, str]
    xform: str
    page: str
    is_asked: bool
    published_at: datetime
    facts: tuple[str, ...]


def child_tags(viewer: Viewer) -> dict[str, set[str]]:
    """What was seen of each child in passing."""
    need(viewer, "child")
    found: dict[str, set[str]] = {}
    for one in ChildNeed.objects.filter(site=viewer.site):
        found.setdefault(one.subject, set()).add(one.tag)
    return found


def versions(site: str, form: str | None = None) -> list[Version]:
    """The versions of one form, or of all, the newest first. Forms are no secret: what was answered is."""
    found: dict[tuple[str, str, int], list[Published]] = {}
    for wall, model in FORMS.items():
        for row in model._default_manager.filter(site=site).order_by("clock", "id"):
            if form in (None, row.form):
                found.setdefault((row.form, wall, row.number), []).append(row)
    of_all = [
        Version(
            form=name,
            wall=wall,
            number=number,
            titles=rows[-1].titles,
            xform=rows[-1].xform,
            page=rows[-1].page,
            is_asked=rows[-1].is_asked,
            published_at=rows[0].at,
            facts=tuple(row.id for row in rows),
        )
        for (name, wall, number), rows in found.items()
    ]
    return sorted(of_all, key=lambda one: (one.form, -one.number))


def readable(viewer: Viewer) -> list[Version]:
    """The forms that somebody may read: all for whoever publishes them, else those whose answers they read."""
    if not viewer.has_duty("forms") and not any(viewer.reads(wall) for wall in FORMS):
        raise MayNotRead("forms")
    return [one for one in versions(viewer.site) if viewer.has_duty("forms") or viewer.reads(one.wall)]


def version(viewer: Viewer, fact: str) -> Version | None:
    """The version of which a fact spoke."""
    return next((one for one in readable(viewer) if fact in one.facts), None)


def answers(viewer: Viewer, of: list[Version]) -> Iterator[Answered]:
    """What was answered to these versions of one form, in the order of time."""
    wall = of[0].wall
    # Here, not when the first row is asked for: by then a page has begun to answer.
    need(viewer, wall)
    facts = {fact for version in of for fact in version.facts}
    rows = ANSWERS[wall]._default_manager.filter(site=viewer.site).order_by("at", "id")
    return (row for row in rows.iterator() if row.version in facts)


def counted(viewer: Viewer, of: list[Version]) -> tuple[int, int] | None:
    """How many are counted by the Washington Group's cut-off, of how many who answered; None: another form."""
    if of[0].form != WASHINGTON_GROUP:
        return None
    told = [rules.is_counted(row.answers) for row in answers(viewer, of)]
    return sum(told), len(told)


# reception -> the one it stands for, replaced cards seen through
Resolve = Callable[[str], str]


@dataclass(frozen=True)
class Waits:
    """Somebody's colour, and the neutral place where they are."""

    reception: str
    standing: rules.Standing
    place: str | None


@dataclass(frozen=True)
class Asks:
    """Somebody who asked for a private talk: since when, and what they wish (rules.WISHES)."""

    reception: str
    since: datetime
    wish: dict[str, str]


def coloured(viewer: Viewer, resolve: Resolve) -> list[Waits]:
    """Everybody with a colour."""
    need(viewer, "triage")
    return _coloured(viewer, resolve)


def red_since(viewer: Viewer, resolve: Resolve) -> dict[str, datetime]:
    """Since when each person who is red waits, for whoever is told how many and nothing else."""
    need_duty(viewer, "mission")
    red = [one for one in _coloured(viewer, resolve) if one.standing.colour == "red"]
    return {one.reception: one.standing.waiting_since for one in red if one.standing.waiting_since}


def _coloured(viewer: Viewer, resolve: Resolve) -> list[Waits]:
    seen = {one: [row.at for row in rows] for one, rows in _of_each(viewer, Seen, resolve).items()}
    found = []
    for one, rows in _of_each(viewer, Triage, resolve).items():
        standing = rules.standing([(row.colour, row.at) for row in rows], seen.get(one, []))
        if standing:
            found.append(Waits(one, standing, rows[-1].place))
    return found


def asking(viewer: Viewer, resolve: Resolve) -> list[Asks]:
    """Whoever asked and to whom nobody has come yet, the oldest first."""
    need(viewer, "protection")
    met = _of_each(viewer, Met, resolve)
    asked = {one: rules.still_asked(rows, met.get(one, [])) for one, rows in _of_each(viewer, Request, resolve).items()}
    return sorted((Asks(one, *found) for one, found in asked.items() if found), key=lambda one: one.since)


def stop_at_health(viewer: Viewer, resolve: Resolve, ages: Iterable[tuple[str, int | None, str | None]]) -> list[str]:
    """Of (reception, age, age group) whom health sees: by rule until it has, or because they should not travel."""
    need(viewer, "health")
    asked = {one for one, rows in _of_each(viewer, AskFirst, resolve).items() if rows[-1].is_asked}
    seen = _of_each(viewer, Seen, resolve)
    roles = access.roles_of({row.worker for rows in seen.values() for row in rows if row.worker})
    of_health = {worker for worker, held in roles.items() if "health" in reads(held)}
    tags = {one: [row.tag for row in rows] for one, rows in _of_each(viewer, HealthNeed, resolve).items()}
    return [
        one
        for one, age, group in ages
        if one in asked
        or (
            rules.stops_at_health(age, group, tags.get(one, []))
            and not any(row.worker in of_health for row in seen.get(one, []))
        )
    ]


def _of_each(viewer: Viewer, model: type[EntryRow], resolve: Resolve) -> dict[str, list[Any]]:
    """What was told of each person, in the order of the clock."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in model._default_manager.filter(site=viewer.site).order_by("clock", "id"):
        found[resolve(row.subject)].append(row)
    return found
