"""Children in care: who is with whom and since when, and for child protection what is known of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need_duty
from akeyi.children import care as rules
from akeyi.children import queries as children
from akeyi.onward import queries as onward
from akeyi.people import queries as people
from akeyi.people import wording
from akeyi.screening import queries as screening


@dataclass
class InCare:
    """One child somebody has to be with. What follows `is_alarm` is known to child protection alone."""

    id: str
    card: str
    holder: str
    place: Any
    since: datetime | None
    unheld_since: datetime | None
    minutes: int = 0
    is_alarm: bool = False
    name: str = ""
    situation: str = ""
    known: Any = None
    came: list[Any] = field(default_factory=list)
    has_photo: bool = False


def in_care(viewer: Viewer, now: datetime) -> list[InCare]:
    """Whom somebody has to be with and who is still here: those with nobody first, then who has been here longest."""
    here = {one["id"]: one["short_name"] for one in access.workers(viewer.site)}
    rows = {one.subject: one for one in people.receptions(viewer)}
    found = []
    for id, care in _held(viewer.site).items():
        since = rules.unheld_since(care, here)
        row = rows.get(id)
        one = InCare(
            id=id,
            card=(row.card if row else "") or "",
            holder=here.get(care.holder or "", ""),
            place=care.place,
            since=care.since,
            unheld_since=since,
            minutes=int((now - since).total_seconds() // 60) if since else 0,
            is_alarm=rules.is_alarm(since, now),
            name=wording.name_of(row) if row and viewer.reads("child") else "",
        )
        found.append(one)
    if viewer.reads("child"):
        _what_is_known(viewer, found)
    return sorted(found, key=lambda one: (one.unheld_since is None, one.since or now))


def _held(site: str) -> dict[str, rules.Care]:
    known = people.replacements(site)
    gone = {people.resolve(one, known) for one, *_ in onward.exits(site)}
    return {id: care for id, care in children.care_of_each(site).items() if care.is_held and id not in gone}


def _unheld(site: str) -> list[datetime]:
    """Since when nobody is with each child somebody has to be with."""
    here = {one["id"] for one in access.workers(site)}
    since = (rules.unheld_since(one, here) for one in _held(site).values())
    return [one for one in since if one]


def _minutes(now: datetime, since: Iterable[datetime]) -> list[int]:
    """Whole minutes since each, the longest first; a clock that is ahead has waited for none."""
    return sorted((max(0, int((now - one).total_seconds() // 60)) for one in since), reverse=True)


def _what_is_known(viewer: Viewer, found: list[InCare]) -> None:
    known, came, photos = children.situations(viewer), children.came_for(viewer), children.photos(viewer)
    tags = screening.child_tags(viewer)
    for one in found:
        said = known.get(one.id)
        one.known, one.came, one.has_photo = said, came.get(one.id, []), one.id in photos
        carers = children.carers_told(viewer, one.id)
        # Whoever somebody has to be with is a child's, whatever age the card says.
        one.situation = rules.situation(
            True, said.relation if said else None, bool(said and said.refused_by), tags.get(one.id, ()), carers
        )


def may_open(viewer: Viewer) -> bool:
    """Whether somebody acts on it that nobody is with a child: the manager, and child protection."""
    return viewer.is_manager or viewer.reads("child")


def held(site: str) -> int:
    """How many children somebody has to be with."""
    return len(_held(site))


def alarms(viewer: Viewer, now: datetime) -> list[int]:
    """Minutes for which nobody has been with each child who alarms, the longest first; for child protection alone.

    The manager's board may hang on a wall, and a hall that reads it looks for the child.
    """
    if not viewer.reads("child"):
        return []
    return _minutes(now, (one for one in _unheld(viewer.site) if rules.is_alarm(one, now)))


def with_nobody(viewer: Viewer, now: datetime) -> list[int]:
    """Minutes for which nobody has been with each child somebody has to be with, the longest first; for whoever is told
    how many and nothing else."""
    need_duty(viewer, "mission")
    return _minutes(now, _unheld(viewer.site))


def held_by(site: str, worker: str) -> int:
    """How many children a worker is with."""
    return sum(care.holder == worker for care in _held(site).values())


def together(viewer: Viewer, child: str) -> list[str]:
    """A child and the brothers and sisters who are in care too."""
    families = people.family_of_each(viewer.site, people.everybody(viewer.site))
    return rules.held_together(child, families, _held(viewer.site))
