"""What is due and why, and what was given again, as pure functions; the desk computes what is due alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from .programmes import Entitled, NotFor, Often, Per, Person, Version, entitled, governed, of_everybody

# The declaration allows 100 at once.
MOST = 100
ONCE = of_everybody("person")


@dataclass(frozen=True)
class Given:
    """So many of an item were handed to a card, replacements seen through."""

    id: str
    card: str
    item: str
    at: datetime
    quantity: int = 1
    # Given for a reason although it was not due.
    is_override: bool = False


@dataclass(frozen=True)
class Moved:
    """People came to a household's card (no source), went on with another card, or left (no target)."""

    source: str | None
    target: str | None
    groups: Mapping[str, int]


@dataclass(frozen=True)
class Known:
    """Everything that decides what is due. `told`: in the order in which it was said; `family_of`: card -> family,
    where that is not the card itself; `items`: (item, once_per: person | family | none), what is given now."""

    told: Sequence[Given | Moved]
    people: Mapping[str, Person]
    family_of: Mapping[str, str]
    versions: Sequence[Version]
    items: Sequence[tuple[str, str]]

    def person(self, card: str) -> Person:
        # Told of nowhere yet: a day before every programme, so that only what is everybody's is due.
        return self.people.get(card) or Person(date.min, is_token=bool(self.heads(card)))

    def family(self, card: str) -> str:
        return self.family_of.get(card, card)

    def members(self, card: str) -> list[str]:
        return sorted({card, *self._families.get(self.family(card), ())})

    def heads(self, card: str) -> Mapping[str, int]:
        """How many of each group stand behind a household's card now; empty: nobody was ever counted."""
        return self._heads.get(card, {})

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for card in self.people:
            found[self.family(card)].append(card)
        return found

    @cached_property
    def _heads(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for one in self.told:
            if isinstance(one, Moved) and one.source != one.target:
                for card, sign in ((one.source, -1), (one.target, 1)):
                    for group, n in one.groups.items() if card else ():
                        found[card or ""][group] += sign * n
        return found


@dataclass
class Account:
    """What one card, or one family, was given of one item, and for how much that is enough."""

    entitled: int = 0
    served: int = 0
    hand_outs: list[Given] = field(default_factory=list)


@dataclass(frozen=True)
class Due:
    """Whether something is due, how many (not due: how many one would give), and why or why not, as a sentence's key:
    everybody, programme, voucher, in_doubt, rest, again; had_it, not_yet, or a reason of NOT_FOR."""

    is_due: bool
    quantity: int
    per: Per
    often: Often
    why: str
    programme: str | None = None
    hours: int | None = None
    # Until when it is not yet due again.
    at: datetime | None = None
    # What stands in the way, and what was given before.
    given: tuple[str, ...] = ()


def due(known: Known, card: str, now: datetime) -> dict[str, Due]:
    """Per item, and per currency of cash, what is due to a card."""
    day = known.person(card).day
    by_programme = governed(known.versions, day)
    items = dict(known.items)
    cash = sorted(what for what in by_programme if is_cash(what))
    return {what: _due(known, card, what, _entitled(known, card, what, by_programme), now) for what in (*items, *cash)}


def is_cash(what: str) -> bool:
    """Whether a line gives money: it names a currency instead of an item."""
    return what.isupper()


def _entitled(known: Known, card: str, what: str, by_programme: set[str]) -> Entitled | NotFor:
    if what not in by_programme:
        return of_everybody(dict(known.items)[what])
    family = [(known.person(one), known.heads(one)) for one in known.members(card)]
    return entitled(what, known.versions, known.person(card), known.heads(card), family)


def _due(known: Known, card: str, what: str, to: Entitled | NotFor, now: datetime) -> Due:
    if isinstance(to, NotFor):
        account = _account(known, card, what, of_everybody("person"), None)
        return Due(False, 1, "person", "once", to.why, to.programme, given=_ids(account))
    since = now - timedelta(hours=to.hours or 0) if to.often == "hours" else None
    account = _account(known, card, what, to, since)
    if to.per == "family":
        whole = to.own
        served = sum(one.quantity for one in account.hand_outs)
    else:
        heads = known.heads(card) if known.person(card).is_token else {}
        whole = max(0, sum(to.each.get(group, 0) * n for group, n in heads.items())) if heads else to.own
        served = account.served
    is_any = to.often == "any"
    left = whole if is_any else max(0, whole - served)
    is_due = left > 0
    at = None
    if not is_due and since is not None and account.hand_outs:
        at = min(one.at for one in account.hand_outs) + timedelta(hours=to.hours or 0)
    quantity = max(1, left if is_due else whole)
    before = account if since is None else _account(known, card, what, to, None)
    return Due(
        is_due,
        quantity if is_cash(what) else min(MOST, quantity),
        to.per,
        to.often,
        _why(to, is_due, bool(account.hand_outs), bool(before.hand_outs)),
        to.programme,
        to.hours,
        at,
        _ids(before),
    )


def _why(to: Entitled, is_due: bool, has_some: bool, had_some: bool) -> str:
    if not is_due:
        return "not_yet" if to.often == "hours" else "had_it"
    if has_some and to.often != "any":
        return "rest"
    if had_some and to.often == "hours":
        return "again"
    if to.in_doubt:
        return "in_doubt"
    if to.by_voucher:
        return "voucher"
    return "programme" if to.programme else "everybody"


def _ids(account: Account) -> tuple[str, ...]:
    return tuple(one.id for one in account.hand_outs)


def _account(known: Known, card: str, what: str, to: Entitled, since: datetime | None) -> Account:
    """What was given of one thing to a card, or to its family; only what was given after `since`, where named."""
    found: dict[tuple[str, str | None], Account] = defaultdict(Account)

    def of(one: str) -> Account:
        if to.per != "family":
            return found[one, None]
        return found[known.family(one), known.person(one).arrival if to.often == "arrival" else None]

    for one in known.told:
        if isinstance(one, Moved):
            source = of(one.source) if one.source else None
            target = of(one.target) if one.target else None
            if source is not target:
                units = sum(to.each.get(group, 0) * n for group, n in one.groups.items())
                _move(units, source, target, goes_for_all=to.per == "family")
        elif one.item == what and (since is None or one.at > since):
            account = of(one.card)
            account.served += one.quantity
            account.hand_outs.append(one)
    return of(card)


def _move(units: int, source: Account | None, target: Account | None, goes_for_all: bool) -> None:
    taken = 0
    if source:
        # What was given stays with the card: only what those who stay have no need of goes along.
        staying = max(0, source.entitled - units)
        taken = min(units, max(0, source.served - staying))
        source.entitled -= units
        source.served -= taken
    if target:
        # Whoever comes now has nothing of what was given to the others once too often.
        if target.entitled > 0:
            target.served = min(target.served, target.entitled)
        target.entitled += units
        target.served += taken
        if source and (taken or goes_for_all):
            target.hand_outs += [one for one in source.hand_outs if one not in target.hand_outs]


@dataclass
class Again:
    """Something was given to a card although it was not due again, or more than was due; and all that was given."""

    card: str
    item: str
    given: list[str]


def again(known: Known, things: Iterable[str] | None = None) -> list[Again]:
    """What was given again: to one person, one family, or on two tablets. Each hand-out is held against what was told
    before it. `things`: items or currencies, where not all items are asked about."""
    once_per = dict(known.items)
    found: dict[tuple[str, str, str], Again] = {}
    for item, here in _apart(known, list(once_per if things is None else things)):
        by_day: dict[date, set[str]] = {}
        for at, one in enumerate(here.told):
            if not isinstance(one, Given) or one.item != item:
                continue
            before = replace(here, told=here.told[:at])
            day = here.person(one.card).day
            by_programme = by_day.setdefault(day, governed(here.versions, day))
            # Money that no programme gives is somebody's word: once.
            to = _entitled(before, one.card, item, by_programme) if item in once_per.keys() | by_programme else ONCE
            state = _due(before, one.card, item, to, one.at)
            if not state.given or state.often == "any":
                continue
            if one.is_override or not state.is_due or one.quantity > state.quantity:
                whose = (state.per, known.family(one.card) if state.per == "family" else one.card, item)
                earlier = found[whose].given if whose in found else []
                found[whose] = Again(one.card, item, list(dict.fromkeys([*earlier, *state.given, one.id])))
    return list(found.values())


def _apart(known: Known, things: Sequence[str]) -> list[tuple[str, Known]]:
    """(item, what bears on it), apart for those whose cards have nothing to do with one another; only where the item
    was handed out more than once."""
    leads: dict[str, str] = {}

    def lead(card: str) -> str:
        while (to := leads.get(card, card)) != card:
            leads[card] = leads.get(to, to)
            card = to
        return card

    def cards_of(one: Given | Moved) -> list[str]:
        named = [one.source, one.target] if isinstance(one, Moved) else [one.card]
        return [card for card in named if card]

    for one in known.told:
        cards = [with_family for card in cards_of(one) for with_family in (card, known.family(card))]
        for card in cards[1:]:
            leads[lead(card)] = lead(cards[0])
    told: dict[str, list[Given | Moved]] = defaultdict(list)
    for one in known.told:
        told[lead(cards_of(one)[0])].append(one)
    found = []
    for many in told.values():
        times = Counter(one.item for one in many if isinstance(one, Given))
        cards = sorted({member for one in many for card in cards_of(one) for member in known.members(card)})
        here = replace(known, told=many, people={card: known.person(card) for card in cards})
        found += [(item, here) for item in things if times[item] > 1]
    return found


def served(first_given: Mapping[str, str], moves: Iterable[tuple[str, str | None, str | None]]) -> set[str]:
    """The cards of people who were given something: on their own card, or on a household's before they came out of it.

    `first_given`: card -> clock of what it was given first; `moves`: (clock, source, target) in the order of clocks.
    """
    since = dict(first_given)
    for clock, source, target in moves:
        if source and target and since.get(source, clock) < clock:
            since.setdefault(target, clock)
    return set(since)
