"""Who saw, searched, took along, opened and changed: entries by worker, person and day, and which of them stand out.

Whoever watches over looks need not read about people: a record is a number here, and a card only to who sees cards.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from akeyi.access.looks import SEARCH, WORKER_PAGE
from akeyi.access.models import Read, Worker
from akeyi.access.viewer import Viewer
from akeyi.figures.closing import bounds
from akeyi.journal.models import Envelope
from akeyi.journal.saying import timestamp
from akeyi.people import queries as people
from akeyi.people.finding import plain
from akeyi.people.known_cards import NoSeries, place_of
from akeyi.people.models import Reception

from .audit_rules import Done, Look, looks_at_colleagues, looks_without_service, searches_that_led_nowhere
from .audit_words import ACTS, ON_A_PERSON, words_of, words_of_change

AT_ONCE = 100


@dataclass(frozen=True)
class Asked:
    """What the officer looks for: nothing named is everything."""

    act: str = ""
    worker: str = ""
    person: str = ""
    day: date | None = None
    before: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry as it is shown. `mark` is the end of a record's id, `card` its card where the viewer sees cards."""

    id: str
    at: datetime
    worker: str
    by: str
    what: Any
    subject: str = ""
    mark: str = ""
    card: str = ""


@dataclass
class StandsOut:
    """Of one day, what somebody should ask about."""

    searches: list[Entry] = field(default_factory=list)
    without_service: list[Entry] = field(default_factory=list)
    colleagues: list[Entry] = field(default_factory=list)


def entries(viewer: Viewer, asked: Asked) -> tuple[list[Entry], str]:
    """The entries asked for, the latest first; and where the next page begins, if there is one."""
    found = _changes(viewer.site, asked) if asked.act == "changed" else _looks(viewer.site, asked)
    rows = found.order_by("-id")
    if asked.before:
        rows = rows.filter(id__lt=asked.before)
    page = list(rows[: AT_ONCE + 1])
    shown = _Shown(viewer)
    made = [shown.change(one) if asked.act == "changed" else shown.look(one) for one in page[:AT_ONCE]]
    return made, page[AT_ONCE - 1].id if len(page) > AT_ONCE else ""


def stands_out(viewer: Viewer, day: date, now: datetime) -> StandsOut:
    """What stands out among the looks of a day at the viewer's site."""
    looks = list(_looks(viewer.site, Asked(day=day)).order_by("id"))
    of = {one.id: one for one in looks}
    searches = [_as_look(one) for one in looks if one.what == SEARCH]
    opened = [_as_look(one) for one in looks if one.what in ON_A_PERSON]
    at_workers = [_as_look(one) for one in looks if one.what == WORKER_PAGE and one.subject != one.worker]
    done = list(_done(viewer.site, day, {one.subject for one in [*opened, *at_workers]}))
    shown = _Shown(viewer)

    def show(chosen: Iterable[Look]) -> list[Entry]:
        return [shown.look(of[one.entry]) for one in chosen]

    colleagues = looks_at_colleagues(opened, _names(viewer.site, opened), shown.words)
    return StandsOut(
        show(searches_that_led_nowhere(searches, opened, now)),
        show(looks_without_service(opened, done)),
        show(sorted([*colleagues, *looks_without_service(at_workers, done)], key=lambda one: one.at)),
    )


def reception_of(viewer: Viewer, number: str) -> str | None:
    """The record that a card's number leads to, if anybody ever looked at it; so a guessed card says nothing."""
    try:
        one = place_of(viewer.site, number).reception
    except NoSeries:
        return None
    return one if Envelope.objects.filter(site=viewer.site, subject=one).exists() else None


def workers(site: str) -> list[tuple[str, str]]:
    """Everybody who works or worked at a site, by name."""
    told = Worker.objects.filter(works_at=site).values_list("subject", "short_name")
    return sorted(((id, name or "–") for id, name in told), key=lambda one: one[1].casefold())


def _looks(site: str, asked: Asked) -> Any:
    found = Read.objects.filter(site=site, worker__isnull=False)
    if asked.act:
        found = found.filter(what__in=[what for what, (act, _) in ACTS.items() if act == asked.act])
    if asked.day:
        begin, end = bounds(site, asked.day)
        found = found.filter(at__gte=begin, at__lt=end)
    return _of(found, asked)


def _changes(site: str, asked: Asked) -> Any:
    found = Envelope.objects.filter(site=site, worker__isnull=False).exclude(kind="access.read")
    if asked.day:
        begin, end = bounds(site, asked.day)
        found = found.filter(at__gte=timestamp(begin), at__lt=timestamp(end))
    return _of(found, asked)


def _of(found: Any, asked: Asked) -> Any:
    if asked.worker:
        found = found.filter(worker=asked.worker)
    return found.filter(subject=asked.person) if asked.person else found


def _as_look(one: Read) -> Look:
    return Look(one.id, one.worker or "", one.at, one.subject)


def _done(site: str, day: date, subjects: set[str]) -> Iterable[Done]:
    begin, end = bounds(site, day)
    told = Envelope.objects.filter(
        site=site, subject__in=subjects, at__gte=timestamp(begin), at__lt=timestamp(end)
    ).values_list("kind", "worker", "at", "subject")
    for kind, worker, at, subject in told:
        # Looks, and what keeps the journal itself: nobody was given anything by them.
        if kind != "access.read" and not kind.startswith("journal."):
            yield Done(worker, datetime.fromisoformat(at), subject)


def _names(site: str, opened: list[Look]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    told = Reception.objects.filter(site=site, subject__in={one.subject for one in opened}).values_list(
        "subject", "family_name", "given_names"
    )
    return {
        subject: (frozenset(plain(f"{family or ''} {given or ''}").split()), frozenset(plain(given or "").split()))
        for subject, family, given in told
    }


class _Shown:
    """Names for ids, asked for once."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.names = dict(workers(viewer.site))
        self.cards = people.cards(viewer) if viewer.sees_names else {}
        self.words = {id: plain(name).split() for id, name in self.names.items()}

    def look(self, one: Read) -> Entry:
        return self._entry(one.id, one.at, one.worker, words_of(one.what), one.subject)

    def change(self, one: Envelope) -> Entry:
        what = words_of_change(one.kind, self.viewer.reads(one.wall))
        return self._entry(one.id, datetime.fromisoformat(one.at).astimezone(UTC), one.worker, what, one.subject)

    def _entry(self, id: str, at: datetime, worker: str | None, what: Any, subject: str) -> Entry:
        is_about_itself = subject == id
        by = self.names.get(worker or "", "–")
        if is_about_itself:
            return Entry(id, at, worker or "", by, what)
        return Entry(id, at, worker or "", by, what, subject, subject[-8:], self.cards.get(subject, ""))
