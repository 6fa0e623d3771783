"""What is looked at before a programme is published: who would get one thing twice, who would get nothing, and for whom
it changes something; pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations, product
from typing import get_args

from akeyi.arrivals.groups import How, group_of

from .programmes import Person, Version, fits, in_force
from .rules import Given, Known, due

SEXES = ("female", "male")
HOWS: tuple[str, ...] = get_args(How)
AGES = range(101)
# A person of some sex and age, and how they came.
Somebody = tuple[str, int, str]


@dataclass(frozen=True)
class Who:
    """People of one sex, or of both, between two ages, who came in one of some ways; None: in any."""

    sex: str | None
    age_from: int
    # None: however old.
    age_to: int | None
    hows: tuple[str, ...] | None


@dataclass(frozen=True)
class Overlap:
    """Two programmes would give one thing to the same people. They get it once: the larger quantity."""

    what: str
    programmes: tuple[str, str]
    who: tuple[Who, ...]


@dataclass(frozen=True)
class Checked:
    """What would be from a day on."""

    since: date
    overlaps: list[Overlap]
    nothing_for: tuple[Who, ...]


def checked(versions: Sequence[Version], since: date) -> list[Checked]:
    """From a day on, and from each later day on which something begins or ends, as far as it is new."""
    days = {since, *(one.since for one in versions), *(one.until + timedelta(days=1) for one in versions if one.until)}
    found: list[Checked] = []
    for day in sorted(day for day in days if day >= since):
        here = _on(in_force(versions, day), day)
        if not found or (found[-1].overlaps, found[-1].nothing_for) != (here.overlaps, here.nothing_for):
            found.append(here)
    return found


def _on(versions: Sequence[Version], day: date) -> Checked:
    all_vouchers = frozenset(one.programme for one in versions)
    given: dict[tuple[str, str], set[Somebody]] = defaultdict(set)
    served: set[Somebody] = set()
    everybody = set(product(SEXES, AGES, HOWS))
    for sex, age, how in everybody:
        one = Person(day, sex, ((age, age),), how)
        with_vouchers = replace(one, vouchers=all_vouchers)
        for version in versions:
            if any(line.per != "head" for line in version.gives) and fits(version, one).why_not is None:
                served.add((sex, age, how))
            if fits(version, with_vouchers).why_not is None:
                for line in version.gives:
                    given[line.what, version.programme].add((sex, age, how))
    overlaps = [
        Overlap(what, (a, b), in_words(both))
        for (what, a), (same, b) in combinations(sorted(given), 2)
        if what == same and (both := given[what, a] & given[what, b])
    ]
    return Checked(day, overlaps, in_words(everybody - served))


def in_words(people: Iterable[Somebody]) -> tuple[Who, ...]:
    """The same people in as few words as hold all of them and nobody else."""
    ways: dict[tuple[str, int], set[str]] = defaultdict(set)
    for sex, age, how in people:
        ways[sex, age].add(how)
    found: dict[tuple[int, int | None, tuple[str, ...] | None], list[str]] = defaultdict(list)
    for sex in SEXES:
        begun: int | None = None
        for age in (*AGES, AGES[-1] + 1):
            if begun is not None and ways.get((sex, age)) != ways.get((sex, begun)):
                hows = ways[sex, begun]
                last = None if age > AGES[-1] else age - 1
                found[begun, last, None if len(hows) == len(HOWS) else tuple(sorted(hows))].append(sex)
                begun = None
            if begun is None and ways.get((sex, age)):
                begun = age
    return tuple(Who(None if len(sexes) > 1 else sexes[0], *key) for key, sexes in found.items())


@dataclass(frozen=True)
class Change:
    """How many people would have got more of one thing, and how many less, by group; somebody of a household's card is
    one of the household."""

    what: str
    more: dict[str, int]
    less: dict[str, int]


def would_change(known: Known, candidate: Version, cards: Sequence[str], now: datetime) -> list[Change]:
    """What would have been different for these cards, all of one day, had this version held for them. What was given is
    not looked at: it stays given."""
    if not cards:
        return []
    day = known.person(cards[0]).day
    before = replace(known, told=[one for one in known.told if not isinstance(one, Given)])
    others = [one for one in known.versions if one.programme != candidate.programme or one.since <= day]
    newest = replace(candidate, since=day, until=None, told=("~", "~"))
    after = replace(before, versions=[*others, newest])
    found: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
    for card in cards:
        was, would = due(before, card, now), due(after, card, now)
        for what in dict.fromkeys((*was, *would)):
            a, b = (one[what].quantity if what in one and one[what].is_due else 0 for one in (was, would))
            if a != b:
                which = found.setdefault(what, (defaultdict(int), defaultdict(int)))[0 if b > a else 1]
                which[_group(known.person(card))] += 1
    return [Change(what, dict(more), dict(less)) for what, (more, less) in sorted(found.items())]


def _group(person: Person) -> str:
    if person.is_token:
        return "household"
    oldest = max(most for _, most in person.ages)
    youngest = min(least for least, _ in person.ages)
    groups = {group_of(person.sex or "unknown", age) for age in (youngest, oldest)}
    return (groups.pop() if len(groups) == 1 else None) or "not_seen"
