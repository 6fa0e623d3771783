"""What other rooms and pages may ask about screening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from akeyi.access.viewer import MayNotRead, Viewer, need

from .forms.checks import Language
from .models import (
    Answer,
    AnswerChild,
    Answered,
    AnswerHealth,
    AnswerProtection,
    Form,
    FormChild,
    FormHealth,
    FormProtection,
    Published,
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
