"""What is due and what was given again, as pure functions; the desk computes what is due alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# The declaration allows 100 at once.
MOST = 100


@dataclass(frozen=True)
class Given:
    """So many of an item were handed to a card, replacements seen through."""

    id: str
    card: str
    item: str
    quantity: int = 1
    # Given for a reason although it was not due.
    is_override: bool = False


@dataclass(frozen=True)
class Moved:
    """People came to a household's card (no source), went on with another card, or left (no target)."""

    source: str | None
    target: str | None
    people: int


@dataclass
class Account:
    """What one card, or one family, was given of one item, and for how many people that is enough."""

    people: int = 0
    served: int = 0
    hand_outs: list[Given] = field(default_factory=list)
    # The card to which it was given again, the last time.
    again: str | None = None


@dataclass(frozen=True)
class Due:
    """Whether an item is due, for how many people (not due: for how many the card stands), and what was given."""

    is_due: bool
    quantity: int
    given: list[str]


def accounts(
    item: str, once_per: str, told: Iterable[Given | Moved], family_of: Mapping[str, str]
) -> dict[str, Account]:
    """Per card, or per family for what is once for a family, what was given of one item.

    `told` in the order in which it was said; `family_of`: card -> family, where that is not the card itself.
    """
    found: dict[str, Account] = defaultdict(Account)

    def of(card: str) -> Account:
        return found[family_of.get(card, card) if once_per == "family" else card]

    for one in told:
        if isinstance(one, Moved):
            source = of(one.source) if one.source else None
            target = of(one.target) if one.target else None
            if source is not target:
                _move(one.people, source, target, goes_for_all=once_per == "family")
        elif one.item == item:
            account = of(one.card)
            is_enough = once_per == "family" or account.served + one.quantity > account.people
            if account.hand_outs and (one.is_override or is_enough):
                account.again = one.card
            account.served += one.quantity
            account.hand_outs.append(one)
    return found


def _move(people: int, source: Account | None, target: Account | None, goes_for_all: bool) -> None:
    taken = 0
    if source:
        # What was given stays with the card: only what those who stay have no need of goes along.
        staying = max(0, source.people - people)
        taken = min(people, max(0, source.served - staying))
        source.people -= people
        source.served -= taken
    if target:
        # Whoever comes now has nothing of what was given to the others once too often.
        if target.people > 0:
            target.served = min(target.served, target.people)
        target.people += people
        target.served += taken
        if source and (taken or goes_for_all):
            target.hand_outs += [one for one in source.hand_outs if one not in target.hand_outs]


def due(
    items: Iterable[tuple[str, str]], told: Iterable[Given | Moved], card: str, family_of: Mapping[str, str]
) -> dict[str, Due]:
    """Per item (item, once_per: person | family | none) what is due to a card."""
    said = list(told)
    found = {}
    for item, once_per in items:
        key = family_of.get(card, card) if once_per == "family" else card
        account = accounts(item, once_per, said, family_of).get(key, Account())
        is_due = (
            once_per == "none" or not account.hand_outs or (once_per == "person" and account.served < account.people)
        )
        for_people = account.people - account.served if once_per == "person" and is_due else account.people
        found[item] = Due(
            is_due,
            1 if once_per == "family" else min(MOST, max(1, for_people)),
            [one.id for one in account.hand_outs],
        )
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
