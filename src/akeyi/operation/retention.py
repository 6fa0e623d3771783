"""What was said about people goes when it has been kept long enough: which, tonight, and everywhere it was told.

Nothing here reads a body. What the figures need (hand-outs, counts, closings) stays, without the way back to a person.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, Max, OuterRef
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.retention import closed_at
from akeyi.feedback import retention as sealed
from akeyi.journal.facts.erase import Erased
from akeyi.journal.models import Body, Entered, Envelope
from akeyi.journal.registry import KINDS
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people

from . import rules
from .periods import periods

# Its secret is what makes a card's number somebody's; it goes by a rule of its own.
SERIES = "people.series"
AT_ONCE = 500
WHY = "kept long enough"


@dataclass(frozen=True)
class Due:
    """What was said about a subject behind a wall, and goes: how many facts, by kind. `person`: whose it is."""

    subject: str
    wall: str
    kinds: dict[str, int]
    person: str


@dataclass(frozen=True)
class Preview:
    """What goes: per wall and kind how many facts, and of how many people; how many stay for an open arrival alone."""

    facts: dict[str, dict[str, int]]
    people: dict[str, int]
    held_open: int


def due(site: str, day: date) -> list[Due]:
    """What goes in the first hour of a day at the site, or went before."""
    return [one for one, on, is_open in _days(site) if on <= day and not is_open]


def preview(site: str, day: date) -> Preview:
    """The numbers of what goes by a day: nobody is named."""
    facts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    of: dict[str, set[str]] = defaultdict(set)
    held_open: set[str] = set()
    for one, on, is_open in _days(site):
        if on > day:
            continue
        if is_open:
            held_open.add(one.person)
            continue
        of[one.wall].add(one.person)
        for kind, n in one.kinds.items():
            facts[one.wall][kind] += n
    return Preview(
        {wall: dict(kinds) for wall, kinds in facts.items()},
        {wall: len(found) for wall, found in of.items()},
        len(held_open),
    )


def erase_due(day: date | None = None) -> int:
    """Erases at every site what is due by a day (None: the site's today); says how many facts went."""
    gone = 0
    for site in access.sites():
        found = due(site["id"], day or datetime.now(access.zone_of(site["id"])).date())
        for start in range(0, len(found), AT_ONCE):
            reason = Erased(reason=WHY)
            tell(
                *(
                    Saying(reason, site=site["id"], subject=one.subject, wall=one.wall)
                    for one in found[start : start + AT_ONCE]
                )
            )
        gone += sum(sum(one.kinds.values()) for one in found)
        _erase_sealed(site["id"], day or datetime.now(access.zone_of(site["id"])).date())
    return gone


def _erase_sealed(site: str, day: date) -> None:
    """How many there were is said nowhere: their number is nobody's but the holders'."""
    with timezone.override(access.zone_of(site)):
        subjects = sealed.due(site, day)
    reason = Erased(reason=WHY)
    for start in range(0, len(subjects), AT_ONCE):
        tell(*(Saying(reason, site=site, subject=one, wall="sealed") for one in subjects[start : start + AT_ONCE]))
    sealed.drop_what_was_left()


def _days(site: str) -> list[tuple[Due, date, bool]]:
    """Everything that is kept about people, with the day on which it goes, and whether an arrival is still open."""
    zone = access.zone_of(site)
    kept: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    last: dict[tuple[str, str], str] = {}
    of_people = [kind.name for kind in KINDS.values() if kind.keep == "person" and kind.name != SERIES]
    days = {wall: one.days for wall, one in periods(site).items()}
    # What is sealed goes by a rule of its own (`feedback.retention`), and is in no count.
    told = Envelope.objects.filter(site=site, kind__in=of_people, wall__in=days)
    told = told.filter(Exists(Body.objects.filter(id=OuterRef("id"))))
    for subject, wall, kind, n, at in _grouped(told, "kind"):
        kept[subject, wall][kind] = n
        last[subject, wall] = max(at, last.get((subject, wall), ""))
    person = _persons(site, {subject for subject, _ in kept})
    ever: dict[str, str] = {}
    # Somebody who is still given something is still followed up: their card and name stay for it.
    for subject, _wall, at in _said_of_anybody(site):
        one = person.get(subject, subject)
        ever[one] = max(at, ever.get(one, ""))
    closings = _closings(site, person)
    # Whoever agreed to be called is asked about until then.
    with timezone.override(zone):
        followed = sealed.followed(site)
    found = []
    for (subject, wall), kinds in kept.items():
        one = person[subject]
        said = ever.get(one, "") if wall == "reception" else last[subject, wall]
        closed = closings.get(one, [])
        on = rules.goes_on(_day(said, zone), [day for day in closed if day], days[wall])
        if wall == "reception":
            on = max(on, followed.get(one, on))
        found.append((Due(subject, wall, kinds, one), on, None in closed))
    return found + [(one, on, False) for one, on in _series(site, days["reception"], zone)]


def _grouped(told: Any, *by: str) -> Any:
    return told.values_list("subject", "wall", *by).annotate(n=Count("id"), last=Max("at")).order_by()


def _said_of_anybody(site: str) -> Iterable[tuple[str, str, str]]:
    told = Envelope.objects.filter(site=site).exclude(kind__startswith="access.").exclude(kind__startswith="journal.")
    for subject, wall, _n, at in _grouped(told):
        yield subject, wall, at


def _persons(site: str, subjects: set[str]) -> dict[str, str]:
    """Subject -> the person it is of: further cards, and the line of a list in which somebody was found, are theirs."""
    known = people.everybody(site)
    of_line = {line: reception for reception, line in known.line.items()}
    return {one: of_line.get(one) or known.resolve(one) for one in subjects}


def _closings(site: str, person: dict[str, str]) -> dict[str, list[date | None]]:
    """Per person, when each arrival that they belong to was closed; None while it is open."""
    zone = access.zone_of(site)
    closed = {
        one.subject: moment.astimezone(zone).date() if (moment := closed_at(arrivals.statuses(one.subject))) else None
        for one in arrivals.arrivals(site)
    }
    found: dict[str, list[date | None]] = defaultdict(list)
    for subject, arrival in Entered.objects.filter(arrival__in=list(closed)).values_list("subject", "arrival"):
        if subject in person:
            found[person[subject]].append(closed[arrival])
    return found


def _series(site: str, days: int, zone: ZoneInfo) -> Iterable[tuple[Due, date]]:
    """Series whose cards lead to nobody any more: without the secret, a paper list of numbers says nothing."""
    for series, rolls in people.rolls_of_series(site):
        left = people.people_of_rolls(site, [roll.subject for roll in rolls])
        if series.prefix and rules.series_is_spent(len(rolls), -(-series.count // series.roll_size), left):
            last = max(roll.last_at for roll in rolls)
            on = rules.goes_on(last.astimezone(zone).date(), (), days)
            yield Due(series.subject, "reception", {SERIES: 1}, series.subject), on


def _day(at: str, zone: ZoneInfo) -> date:
    """The day of a moment at the site. A clock that was ahead keeps nobody longer."""
    moment = min(datetime.fromisoformat(at), datetime.now(UTC))
    return moment.astimezone(zone).date()
