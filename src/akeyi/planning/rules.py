"""What people who are awaited will need, as pure functions."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from akeyi.arrivals.groups import GROUPS
from akeyi.assistance.programmes import (
    AGES,
    Entitled,
    Person,
    Version,
    entitled,
    governed,
    in_force,
    of_everybody,
)
from akeyi.assistance.programmes import GROUPS as SEEN

from .stations import (
    BUS_SEATS,
    DEFAULTS,
    FAMILY_OF,
    MARGIN,
    STATIONS,
    TOILET_FOR,
    TOILETS_WOMEN,
    WATER_L,
    Station,
)

Source = Literal["told", "list", "measured", "default"]
# Who lands is through in two hours; staff are reckoned so that all who land within them are.
THROUGH_IN = timedelta(hours=2)
# A station that is busy all the time has a queue that never ends.
BUSY_AT_MOST = 0.85
# Whoever lands later leaves in the dark.
DARK_FROM, DARK_UNTIL = 18, 5
# Years of life that are looked at: above, too few people live to matter for a number of kits.
OLDEST_SEEN = 79


@dataclass(frozen=True)
class Awaited:
    """One arrival that is on its way. `total` None: nobody said how many; `at` None: nobody said when."""

    arrival: str
    label: str
    how: str | None
    at: datetime | None
    total: int | None
    groups: Mapping[str, int] = field(default_factory=dict)
    groups_by: Source = "default"


def split(total: int, shares: Mapping[str, float]) -> dict[str, int]:
    """People by group, as many as there are, as near to the shares as whole people can be."""
    whole = sum(shares.values())
    if not whole:
        return {"not_seen": total} if total else {}
    exact = {group: total * share / whole for group, share in shares.items()}
    found = {group: math.floor(n) for group, n in exact.items()}
    missing = total - sum(found.values())
    for group in sorted(exact, key=lambda one: (found[one] - exact[one], one))[:missing]:
        found[group] += 1
    return {group: found[group] for group in GROUPS if found.get(group)}


def by_group(
    total: int,
    told: Mapping[str, int],
    listed: Mapping[str, int],
    measured: Mapping[str, int],
    default: Mapping[str, float],
) -> tuple[dict[str, int], Source]:
    """Who will come: as it was told, else as a list says, else as on earlier days, else as it was elsewhere."""
    known: tuple[tuple[Mapping[str, int], Source], ...] = ((told, "told"), (listed, "list"), (measured, "measured"))
    for groups, source in known:
        if sum(groups.values()):
            return split(total, groups), source
    return split(total, default), "default"


def with_margin(number: float) -> int:
    """A little more than is awaited."""
    return math.ceil(round(number * (1 + MARGIN), 6))


def at_once(awaited: Sequence[Awaited]) -> int:
    """The most people who are there at one time, each through in two hours; and whoever comes nobody knows when."""
    timed = [(one.at, one.total or 0) for one in awaited if one.at is not None]
    untimed = sum(one.total or 0 for one in awaited if one.at is None)
    return untimed + max(
        (sum(people for at, people in timed if start <= at < start + THROUGH_IN) for start, _ in timed), default=0
    )


@dataclass(frozen=True)
class Wanted:
    """How much of one thing is due to the people of one arrival; hundredths where it is money."""

    quantity: int
    # Ages within a group are guessed, or the number of families is.
    is_estimate: bool = False
    # More of it goes to whoever has a voucher, and nobody knows how many will.
    by_voucher: bool = False


def wanted(
    what: str,
    once_per: str | None,
    versions: Sequence[Version],
    day: date,
    one: Awaited,
    families: int,
) -> Wanted:
    """What programmes, or the item itself (`once_per`: person | family | none), make due of one thing."""
    if what not in governed(versions, day):
        to = of_everybody(once_per or "none")
        return Wanted(to.own * (families if to.per == "family" else (one.total or 0)), to.per == "family")
    vouchers = any(
        version.with_voucher and any(line.what == what for line in version.gives) for version in in_force(versions, day)
    )
    exact, in_families, per_family, guessed = 0.0, 0.0, 0, False
    for group, people in one.groups.items():
        each = _each(what, versions, group, day, one)
        fitting = [found for found in each if isinstance(found, Entitled)]
        persons = [found.own for found in fitting if found.per == "person"]
        shared = [found.own for found in fitting if found.per == "family"]
        exact += people * sum(persons) / len(each)
        if shared:
            in_families += people * len(shared) / len(each)
            per_family = max(per_family, *shared)
        guessed = guessed or (0 < len(fitting) < len(each)) or bool(shared)
    quantity = math.ceil(round(exact, 6)) + per_family * min(families, math.ceil(round(in_families, 6)))
    return Wanted(quantity, guessed, vouchers)


def _each(what: str, versions: Sequence[Version], group: str, day: date, one: Awaited) -> list[object]:
    """What somebody of a group is entitled to, for each year they may have."""
    sex, (youngest, oldest) = SEEN.get(group, (None, AGES[None]))
    person = Person(day, sex, how=one.how, arrival=one.arrival)
    found: list[object] = []
    for age in range(youngest, min(oldest, OLDEST_SEEN) + 1):
        of_age = replace(person, ages=((age, age),))
        found.append(entitled(what, versions, of_age, {}, [(of_age, {})]))
    return found


@dataclass(frozen=True)
class Line:
    """One thing that is needed. `there` None: Akeyi does not know what is there."""

    what: str
    needed: int
    there: int | None = None
    act_by: datetime | None = None
    is_estimate: bool = False
    by_voucher: bool = False

    @property
    def missing(self) -> int | None:
        return None if self.there is None else max(0, self.needed - self.there)


def line(what: str, each: Sequence[tuple[datetime | None, Wanted]], there: int | None) -> Line:
    """One thing for all arrivals, in the order in which they come: with the hour of the first that finds too few."""
    so_far, act_by = 0, None
    for at, one in each:
        so_far += one.quantity
        if there is not None and with_margin(so_far) > there and act_by is None:
            act_by = at
    return Line(
        what,
        with_margin(so_far),
        there,
        act_by,
        any(one.is_estimate for _, one in each),
        any(one.by_voucher for _, one in each),
    )


def water_l(people: int) -> int:
    """Litres to drink for a day."""
    return with_margin(people * WATER_L)


def toilets(at_once: int) -> tuple[int, int]:
    """(for women and girls, for men and boys), for the most people who are there at one time."""
    needed = max(2, math.ceil(at_once / TOILET_FOR)) if at_once else 0
    # Men have one too.
    women = min(max(needed - 1, 0), math.ceil(needed * TOILETS_WOMEN))
    return women, needed - women


def buses(people: int) -> int:
    """Journeys of a bus if everybody goes by bus."""
    return math.ceil(people / BUS_SEATS)


def in_the_dark(at: datetime | None) -> bool:
    """Whether people of an arrival would leave at night. `at` in the site's time."""
    return at is not None and (at.hour >= DARK_FROM or at.hour < DARK_UNTIL)


def families(people: int, family_of: float | None) -> int:
    """How many families so many people are."""
    return math.ceil(people / (family_of or FAMILY_OF))


def staff(at_once: int, times: Mapping[str, float], shares: Mapping[str, float] | None = None) -> dict[Station, int]:
    """Workers by station, so that all who are there at one time are through in two hours; `times`: seconds a person."""
    found: dict[Station, int] = {}
    for station in STATIONS:
        share = DEFAULTS[station].share if shares is None else shares.get(station, 0)
        work_s = at_once * share * times.get(station, DEFAULTS[station].mean_s)
        found[station] = math.ceil(work_s / (THROUGH_IN.total_seconds() * BUSY_AT_MOST))
    return found


@dataclass(frozen=True)
class OnShift:
    """Workers who are expected between two hours."""

    since_at: datetime
    until_at: datetime
    staff: Mapping[str, int]
    languages: Mapping[str, int]


def on_shift(shifts: Iterable[OnShift], since: datetime, until: datetime) -> tuple[dict[str, int], dict[str, int]]:
    """(by station, by language) the fewest who are expected at any moment between two hours."""
    known = list(shifts)
    moments = [since, *(edge for one in known for edge in (one.since_at, one.until_at) if since < edge < until)]
    by_station: dict[str, int] = {}
    by_language: dict[str, int] = {}
    for found, of in ((by_station, "staff"), (by_language, "languages")):
        keys = {key for one in known for key in getattr(one, of)}
        for key in keys:
            found[key] = min(
                sum(getattr(one, of).get(key, 0) for one in known if one.since_at <= at < one.until_at)
                for at in moments
            )
    return by_station, by_language
