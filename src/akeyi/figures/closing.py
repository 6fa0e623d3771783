"""Closing a day: its numbers per arrival, from which tablets they came, and what came after an earlier closing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from akeyi.access import queries as access
from akeyi.access.device_states import device_states
from akeyi.arrivals import queries as arrivals
from akeyi.assistance import queries as assistance
from akeyi.journal.models import Envelope
from akeyi.journal.tell import Saying, tell
from akeyi.onward import queries as onward
from akeyi.people import queries as people

from . import rules
from .facts.closing import DayClosed, Heard
from .models import Closing
from .queries import Row, board

Numbers = dict[str, dict[str, int | None]]
SITE = "site"
# People of no arrival yet, first met on that day.
NO_ARRIVAL = "none"
# Earlier closed days whose numbers are compared again.
DAYS_BACK = 31


@dataclass(frozen=True)
class Change:
    """A number of a closed day that is another one now, because facts came after its closing."""

    day: date
    arrival: str
    key: str
    was: int | None
    now: int | None


@dataclass
class Report:
    """The numbers of a day; `closed_at` None: as they are now, else as they were at that closing."""

    day: date
    numbers: Numbers
    heard: list[Heard]
    as_of: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None

    @property
    def arrivals(self) -> list[str]:
        return [key for key in self.numbers if key != SITE]


def today(site: str) -> date:
    return datetime.now(access.zone_of(site)).date()


def bounds(site: str, day: date) -> tuple[datetime, datetime]:
    """The first moment of a day at the site, and that of the next."""
    zone = access.zone_of(site)
    begin = datetime(day.year, day.month, day.day, tzinfo=zone)
    return begin, (begin + timedelta(days=1, hours=6)).replace(hour=0)


def days(site: str) -> list[date]:
    """Days with an arrival or a closing, the latest first; today is always among them."""
    closed = set(Closing.objects.filter(site=site).values_list("day", flat=True))
    now = today(site)
    return sorted({day for day in _days_of_arrivals(site) | closed if day <= now} | {now}, reverse=True)


def newest(site: str) -> date:
    """The newest day with an arrival, as the board shows it; today where there was none."""
    now = today(site)
    return max((day for day in _days_of_arrivals(site) if day <= now), default=now)


def _days_of_arrivals(site: str) -> set[date]:
    zone = access.zone_of(site)
    return {moment_of(one).astimezone(zone).date() for one in arrivals.arrivals(site)}


def numbers_now(site: str, day: date) -> Numbers:
    """The numbers of a day as the facts say now: every arrival of that day, and all of them together."""
    begin, end = bounds(site, day)
    known = board(site)
    rows = [row for row in known if row.arrival is None or begin <= moment_of(row.arrival) < end]
    first = people.met_first(site)
    given, exits = _given(site), _exits(site)
    found: Numbers = {}
    for row in rows:
        if row.arrival is None:
            row.told = _of_day(row.told, {one for one, at in first.items() if begin <= at < end})
            row.columns = rules.columns(row.told)
            if not row.told.persons and not row.told.households:
                continue
        elif row.arrival.status == "cancelled" and not any(
            row.columns[name] for name in ("counted", "registered", "left")
        ):
            continue
        found[row.arrival.subject if row.arrival else NO_ARRIVAL] = _numbers_of(row, given, exits)
    total = _total(found.values())
    if known.swept and begin <= known.swept.at < end:
        # Missing since the last count of the hall, of one arrival or another.
        total["left_unseen"] = (total["left_unseen"] or 0) + known.swept.of_any
        total["inside"] = max(0, (total["inside"] or 0) - known.swept.of_any)
    return {SITE: total, **found}


def _numbers_of(row: Row, given: dict[str, dict[str, int]], exits: dict[str, list[tuple[int, str]]]) -> dict:
    receptions = row.told.persons | set(row.told.households)
    numbers: dict[str, int | None] = dict(row.columns) | {"left_unseen": row.told.left_unseen}
    numbers |= {f"group.{group}": count for group, count in row.counted_groups.items() if count}
    items: dict[str, int] = {}
    # What was given without cards stands under the arrival itself.
    for one in (*receptions, *([row.arrival.subject] if row.arrival else [])):
        for item, quantity in given.get(one, {}).items():
            items[f"item.{item}"] = items.get(f"item.{item}", 0) + quantity
    left = rules.left_by_kind(
        [(reception, count, how) for reception in receptions for count, how in exits.get(reception, [])],
        row.told.households,
    )
    return numbers | dict(sorted(items.items())) | {f"exit.{how}": count for how, count in sorted(left.items())}


def _given(site: str) -> dict[str, dict[str, int]]:
    known = people.everybody(site)
    found: dict[str, dict[str, int]] = {}
    for told, many in assistance.given(site).items():
        to = found.setdefault(known.resolve(told), {})
        for item, quantity, _ in many:
            to[item] = to.get(item, 0) + quantity
    return found | assistance.given_without_cards(site)


def _exits(site: str) -> dict[str, list[tuple[int, str]]]:
    known = people.everybody(site)
    found: dict[str, list[tuple[int, str]]] = {}
    for reception, count, how, _ in onward.exits(site):
        found.setdefault(known.resolve(reception), []).append((count, how))
    return found


def _of_day(told: rules.Told, met: set[str]) -> rules.Told:
    return rules.Told(
        persons=told.persons & met,
        registered=told.registered & met,
        households={token: count for token, count in told.households.items() if token in met},
        served=told.served & met,
        exits=[(reception, count) for reception, count in told.exits if reception in met],
    )


def _total(all_numbers: Iterable[dict[str, int | None]]) -> dict[str, int | None]:
    total: dict[str, int | None] = dict.fromkeys((*rules.COLUMNS, "left_unseen"))
    for numbers in all_numbers:
        for key, number in numbers.items():
            if number is not None:
                total[key] = (total.get(key) or 0) + number
    return total


def heard_now(site: str) -> list[Heard]:
    """How far each tablet in service is known: the last n that came, and what it said it has not sent."""
    return [
        Heard(device=one.id, label=one.label or "–", last_n=one.told, unsent=one.unsent, at=one.heard_at)
        for one in device_states(site)
        if one.in_service
    ]


def report(site: str, day: date) -> Report:
    """A day as it is known now."""
    return Report(day, numbers_now(site, day), heard_now(site), datetime.now(UTC))


def close(site: str, day: date, worker: str | None = None) -> Report:
    """Tells the numbers of a day as they are now; gives them."""
    made = report(site, day)
    sayings = [
        Saying(DayClosed(day=day, numbers=numbers, heard=heard), site=site, subject=site, worker=worker, at=made.as_of)
        for numbers, heard in rules.in_parts(made.numbers | _after(changes(site, before=day)), made.heard)
    ]
    tell(*sayings)
    return made


def closings(site: str, day: date) -> list[Report]:
    """Every closing of a day as it was told, the latest first."""
    found: dict[datetime, Report] = {}
    for row in Closing.objects.filter(site=site, day=day).order_by("clock", "id"):
        # What is too much for one fact was told in several, all of one moment.
        one = found.setdefault(row.at, Report(day, {}, [], row.at, closed_at=row.at, closed_by=row.worker))
        one.numbers |= {key: numbers for key, numbers in row.numbers.items() if not key.startswith("after.")}
        one.heard += [Heard.model_validate(heard) for heard in row.heard]
    return sorted(found.values(), key=lambda one: one.as_of, reverse=True)


def changes(site: str, before: date) -> list[Change]:
    """What came after the closings of earlier days: every number that is another one now."""
    closed = Closing.objects.filter(site=site, day__lt=before, day__gte=before - timedelta(days=DAYS_BACK))
    found = []
    for day in sorted(set(closed.values_list("day", flat=True))):
        told, now = closings(site, day)[0].numbers, numbers_now(site, day)
        found += [
            Change(day, arrival, key, was, is_now)
            for arrival, key, was, is_now in rules.differences(told, now)
            # Who is inside changes when people leave; that is no fact that came late.
            if arrival != SITE and key != "inside"
        ]
    return found


def _after(changes: list[Change]) -> Numbers:
    """What came late, as this closing tells it: by how much each earlier day's total changed."""
    found: Numbers = {}
    for change in changes:
        of_day = found.setdefault(f"after.{change.day.isoformat()}", {})
        of_day[change.key] = (of_day.get(change.key) or 0) + (change.now or 0) - (change.was or 0)
    return found


@dataclass(frozen=True)
class Late:
    """Facts of one tablet about a closed day that came after its closing."""

    day: date
    label: str
    facts: int


def latecomers(site: str, before: date) -> list[Late]:
    """Per earlier closed day and tablet, how many facts of that day came after the closing."""
    found = []
    labels = {one["id"]: one["label"] for one in access.devices(site)}
    closed = Closing.objects.filter(site=site, day__lt=before, day__gte=before - timedelta(days=DAYS_BACK))
    for day in sorted(set(closed.values_list("day", flat=True))):
        known = {one.device: one.last_n for one in closings(site, day)[0].heard}
        begin, end = (moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") for moment in bounds(site, day))
        for device, label in sorted(labels.items(), key=lambda pair: pair[1]):
            late = Envelope.objects.filter(
                site=site, device=device, n__gt=known.get(device, 0), at__gte=begin, at__lt=end
            ).count()
            if late:
                found.append(Late(day, label, late))
    return found


def moment_of(arrival: Any) -> datetime:
    """The moment that says of which day an arrival is."""
    return arrival.landed_at or arrival.eta_at or arrival.first_at


@dataclass(frozen=True)
class HeardFrom:
    """`9 of 11 tablets up to 17:52`, and those that were not heard."""

    heard: int
    total: int
    up_to: datetime | None
    silent: list[Heard] = field(default_factory=list)


def heard_from(heard: list[Heard], begin: datetime) -> HeardFrom:
    """Of the tablets of a day, those whose word is in the numbers, and up to when."""
    recent, silent = rules.heard_together([(one.at, one.unsent) for one in heard], begin)
    moments = [heard[place].at for place in recent]
    return HeardFrom(
        len(recent), len(heard), min(filter(None, moments), default=None), [heard[place] for place in silent]
    )
