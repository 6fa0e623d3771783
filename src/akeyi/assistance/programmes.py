"""Whom a programme is for, and which version of it holds on a day, as pure functions; the desk decides alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from akeyi.arrivals.groups import ADULT_FROM, BABY_BELOW

Per = Literal["person", "family", "head"]
Often = Literal["once", "arrival", "hours", "any"]
OLDEST = 130
# The years that somebody may have of whom nothing but this was seen.
AGES: dict[str | None, tuple[int, int]] = {
    "baby": (0, BABY_BELOW - 1),
    "child": (BABY_BELOW, ADULT_FROM - 1),
    "adult": (ADULT_FROM, OLDEST),
    None: (0, OLDEST),
}
# Of the people of a household's card no more is known.
GROUPS: dict[str, tuple[str | None, tuple[int, int]]] = {
    "woman": ("female", AGES["adult"]),
    "man": ("male", AGES["adult"]),
    "girl": ("female", AGES["child"]),
    "boy": ("male", AGES["child"]),
    "baby_girl": ("female", AGES["baby"]),
    "baby_boy": ("male", AGES["baby"]),
    "not_seen": (None, AGES[None]),
}
# Why a programme is not for somebody: where several are not, the first of these is said.
NOT_FOR = ("sex", "age", "household", "arrival", "dates", "voucher")


@dataclass(frozen=True)
class Line:
    """What is given, an item's id or a currency; how much, in pieces or hundredths of the currency; how often."""

    what: str
    quantity: int = 1
    # head: for each of a household's card, and for nobody who has a card of their own.
    per: Per = "person"
    often: Often = "once"
    hours: int | None = None

    def generosity(self) -> tuple[int, int]:
        """Higher is more often."""
        return ("once", "arrival", "hours", "any").index(self.often), -(self.hours or 0)


def hundredths(amount: str) -> int:
    """An amount as it is told, in hundredths: "1250.5" are 125050."""
    return int(Decimal(amount) * 100)


def amount_of(hundredths: int) -> str:
    """The same the other way: 125050 are "1250.50"."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


@dataclass(frozen=True)
class Version:
    """One published version of a programme; days and years are both included."""

    programme: str
    # (clock, id) of the fact: of two that begin on one day the later stands.
    told: tuple[str, str]
    since: date
    until: date | None = None
    sex: str | None = None
    age_from: int | None = None
    age_to: int | None = None
    hows: tuple[str, ...] = ()
    with_voucher: bool = False
    gives: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Person:
    """A card as programmes see it: no name. Of an age in dispute every answer, as (from, to); None: not known."""

    day: date
    sex: str | None = None
    ages: tuple[tuple[int, int], ...] = (AGES[None],)
    how: str | None = None
    arrival: str | None = None
    is_token: bool = False
    # Programmes for which a colleague gave a voucher.
    vouchers: frozenset[str] = frozenset()


def sex_seen(answers: Iterable[str | None]) -> str | None:
    """Somebody's sex as it was said; None where nobody knows, or where two say otherwise."""
    said = set(answers) & {"female", "male"}
    return said.pop() if len(said) == 1 else None


def ages_seen(
    births: Iterable[date | None], ages: Iterable[int | None], groups: Iterable[str | None], on: date
) -> tuple[tuple[int, int], ...]:
    """The years that somebody may have on a day, by every answer: what was said goes before what was seen."""
    said = [on.year - one.year - ((on.month, on.day) < (one.month, one.day)) for one in births if one is not None]
    said += [one for one in ages if one is not None]
    found = {(one, one) for one in said} or {AGES[one] for one in groups if one in AGES and one is not None}
    return tuple(sorted(found)) or (AGES[None],)


@dataclass(frozen=True)
class Fit:
    """Whether a version is for somebody; `why_not` of NOT_FOR, `in_doubt` where what it asks is not known."""

    why_not: str | None = None
    in_doubt: bool = False


def in_force(versions: Iterable[Version], day: date) -> list[Version]:
    """Of each programme the version of a day, by programme: the one that began last, unless it has ended."""
    newest: dict[str, Version] = {}
    for one in versions:
        if one.since <= day and (
            one.programme not in newest
            or (newest[one.programme].since, newest[one.programme].told) < (one.since, one.told)
        ):
            newest[one.programme] = one
    return [one for _, one in sorted(newest.items()) if one.until is None or day <= one.until]


def governed(versions: Iterable[Version], day: date) -> set[str]:
    """What programmes have begun to give, also where they have ended: no longer everybody's by itself."""
    return {line.what for one in versions if one.since <= day for line in one.gives}


def fits(version: Version, person: Person) -> Fit:
    """Whether a version is for somebody with a card of their own. What is not known excludes nobody."""
    return _fits(version, person, person.sex, person.ages)


def fits_group(version: Version, token: Person, group: str) -> Fit:
    """Whether a version is for the people of a group on a household's card."""
    sex, ages = GROUPS[group]
    return _fits(version, token, sex, (ages,))


def _fits(version: Version, of: Person, sex: str | None, ages: Sequence[tuple[int, int]]) -> Fit:
    least, most = version.age_from or 0, OLDEST if version.age_to is None else version.age_to
    # First: whoever has none learns nothing else of what a voucher is for.
    if version.with_voucher and version.programme not in of.vouchers:
        return Fit("voucher")
    if version.sex and sex is not None and sex != version.sex:
        return Fit("sex")
    if all(most < youngest or oldest < least for youngest, oldest in ages):
        return Fit("age")
    if version.hows and of.how is not None and of.how not in version.hows:
        return Fit("arrival")
    is_open = any(youngest < least or most < oldest for youngest, oldest in ages)
    return Fit(in_doubt=is_open or bool(version.sex and sex is None) or bool(version.hows and of.how is None))


@dataclass(frozen=True)
class Entitled:
    """What somebody is entitled to of one thing, before what was given is looked at.

    `each`: quantity for each person of a group on a household's card; `own`: for a card of its own, or for a family.
    """

    per: Per
    often: Often
    hours: int | None
    own: int
    each: Mapping[str, int]
    programme: str | None
    in_doubt: bool = False
    by_voucher: bool = False


@dataclass(frozen=True)
class NotFor:
    """Nothing of it is for them, and why: of NOT_FOR, with the programme that says so."""

    why: str
    programme: str | None = None
    version: Version | None = None


def entitled(
    what: str,
    versions: Sequence[Version],
    person: Person,
    heads: Mapping[str, int],
    family: Iterable[tuple[Person, Mapping[str, int]]],
) -> Entitled | NotFor:
    """What a card is entitled to of one thing that programmes give.

    `heads`: how many of each group stand behind a household's card; `family`: everybody of it, this card too. Two
    programmes that give the same thing to one person are one: the larger quantity, and what comes more often.
    """
    refused: list[NotFor] = []
    own: list[tuple[Line, Version, Fit]] = []
    shared: list[tuple[Line, Version, Fit]] = []
    each: dict[str, int] = {}
    for version in in_force(versions, person.day):
        for line in version.gives:
            if line.what != what:
                continue
            if line.per == "family":
                found = [_of_card(version, one, behind) for one, behind in family]
                fitting = [fit for fit in found if fit.why_not is None]
                if fitting:
                    shared.append((line, version, Fit(in_doubt=all(fit.in_doubt for fit in fitting))))
                else:
                    refused += [NotFor(fit.why_not or "sex", version.programme, version) for fit in found]
                continue
            if line.per == "head" and not person.is_token:
                refused.append(NotFor("household", version.programme, version))
                continue
            fit = _of_card(version, person, heads)
            if fit.why_not:
                refused.append(NotFor(fit.why_not, version.programme, version))
                continue
            own.append((line, version, fit))
            for group in GROUPS:
                if fits_group(version, person, group).why_not is None:
                    each[group] = max(line.quantity, each.get(group, 0))
    chosen = own or shared
    if not chosen:
        return min(refused, key=lambda one: (NOT_FOR.index(one.why), one.programme or ""), default=NotFor("dates"))
    _, version, fit = max(chosen, key=lambda one: (not one[2].in_doubt, one[0].quantity))
    often = max((line for line, _, _ in chosen), key=Line.generosity)
    return Entitled(
        per="person" if own else "family",
        often=often.often,
        hours=often.hours,
        own=max(line.quantity for line, _, _ in chosen),
        each=each,
        programme=version.programme,
        in_doubt=fit.in_doubt,
        by_voucher=version.with_voucher,
    )


def _of_card(version: Version, person: Person, heads: Mapping[str, int]) -> Fit:
    """Whether a version is for somebody behind a card."""
    if not person.is_token:
        return fits(version, person)
    there = [group for group in GROUPS if heads.get(group, 0) > 0] or ["not_seen"]
    found = [fits_group(version, person, group) for group in there]
    fitting = [one for one in found if one.why_not is None]
    if not fitting:
        return min(found, key=lambda one: NOT_FOR.index(one.why_not or "sex"))
    return Fit(in_doubt=any(one.in_doubt for one in fitting))


def of_everybody(once_per: str) -> Entitled:
    """What no programme gives is for everybody, as the item itself says: person | family | none."""
    return Entitled(
        per="family" if once_per == "family" else "person",
        often="any" if once_per == "none" else "once",
        hours=None,
        own=1,
        each=dict.fromkeys(GROUPS, 1),
        programme=None,
    )
