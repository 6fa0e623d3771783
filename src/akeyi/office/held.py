"""Everything that is held about one person, for themselves: what they may take along, what would go, what stays."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from akeyi.access.streams import TABLET_WALLS
from akeyi.access.viewer import Viewer
from akeyi.children import queries as children
from akeyi.feedback import calls
from akeyi.journal import serve
from akeyi.journal.erase import erase
from akeyi.journal.registry import KINDS
from akeyi.people import queries as people
from akeyi.people.identity import FACTS
from akeyi.people.models import Reception
from akeyi.people.rules import age_on, is_child

from . import history

WHY = "asked for by the person"


@dataclass(frozen=True)
class Goes:
    """What erasing takes: per kind how many facts; what stays, since figures need it and nobody is in it any more."""

    goes: dict[str, int]
    stays: dict[str, int]
    # Something is held behind walls that the viewer does not read, or nothing is: this does not say which.
    is_all_read: bool


@dataclass(frozen=True)
class Copy:
    """One thing that was said, as the person may read it."""

    what: Any
    at: datetime
    details: list[tuple[Any, str]] = field(default_factory=list)


def subjects(site: str, one: Reception) -> list[str]:
    """Everything that is theirs: the reception of each of their cards, and the line of a list that found them."""
    return [*people.ids_of(site, one.subject), *([one.line] if one.line else [])]


def facts_held(one: Reception) -> dict[str, object]:
    """What a person may be asked to know of their own file."""
    return {name: getattr(one, name) for name in FACTS}


def may_erase(viewer: Viewer, one: Reception, today: Any) -> bool:
    """A child's file goes by child protection's hand alone: whoever hurts a child may ask for it too.

    Somebody whose age is in dispute is a child.
    """
    is_a_childs = is_child(age_on(today, one.birth_on, one.age), one.age_group)
    if is_a_childs or children.is_age_disputed(viewer.site, people.ids_of(viewer.site, one.subject)):
        return viewer.reads("child")
    return viewer.is_manager


def copies(viewer: Viewer, one: Reception) -> list[Copy]:
    """What was said about a person, behind the walls that the viewer reads, the latest first.

    So what stands behind a wall of a service is only ever handed out by that service.
    """
    ids = subjects(viewer.site, one)
    answered = {
        fact.id: list(history.body_of(fact).get("answers", {}).items())
        for id in ids
        for fact in serve.history(id)
        if fact.kind.startswith("screening.answer") and viewer.reads(fact.wall)
    }
    return [
        Copy(told.what, told.at, [*told.details, *answered.get(told.fact, [])])
        for told in history.history(viewer, ids)
        if not told.is_erased and not told.kind.startswith(("access.", "journal."))
    ]


def goes(viewer: Viewer, one: Reception) -> Goes:
    """What erasing would take and leave, by kind, as far as the viewer may know."""
    going: Counter[str] = Counter()
    staying: Counter[str] = Counter()
    for id in subjects(viewer.site, one):
        for fact in serve.history(id):
            kind = KINDS.get(fact.kind)
            if fact.body is None or not viewer.reads(fact.wall) or fact.kind.startswith(("access.", "journal.")):
                continue
            (staying if kind and kind.keep == "ledger" else going)[fact.kind] += 1
    return Goes(dict(going), dict(staying), all(viewer.reads(wall) for wall in TABLET_WALLS))


def erase_person(viewer: Viewer, one: Reception) -> None:
    """Erases what was said about a person behind every wall, here at once, on tablets as they hear of it."""
    calls.forget(viewer, people.ids_of(viewer.site, one.subject))
    for id in subjects(viewer.site, one):
        erase(id, viewer.site, list(TABLET_WALLS), WHY, [], viewer.worker)
