"""How many of each item lie in each store, computed from what was said in the order in which it was said.

What was truly given is never refused: a store may stand below zero, and that says something was not written down.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

RATE_OVER = timedelta(hours=1)
Lot = tuple[date | None, str | None]
# A lot nobody named; what is taken without a name of a lot is of the one that expires first.
UNNAMED: Lot = (None, None)


@dataclass(frozen=True)
class Moved:
    """One movement. `parts`: item -> how many one kit took; `to`: the other store."""

    id: str
    what: str
    item: str
    store: str
    quantity: int
    to: str | None = None
    parts: Mapping[str, int] = field(default_factory=dict)
    lot: Lot = UNNAMED


@dataclass(frozen=True)
class Given:
    """So many of an item were handed to people, from one store."""

    item: str
    store: str
    quantity: int


@dataclass
class Shelf:
    """One item in one store, lot by lot."""

    lots: dict[Lot, int] = field(default_factory=dict)

    @property
    def on_hand(self) -> int:
        return sum(self.lots.values())

    def put(self, quantity: int, lot: Lot = UNNAMED) -> None:
        """Something came; what was written down too late is settled with it."""
        self.lots[lot] = self.lots.get(lot, 0) + quantity
        if lot != UNNAMED and self.lots.get(UNNAMED, 0) < 0:
            self.take(-self.lots.pop(UNNAMED))
        if not self.lots.get(lot):
            self.lots.pop(lot, None)

    def take(self, quantity: int, lot: Lot = UNNAMED) -> list[tuple[Lot, int]]:
        """Takes from the lot named, then from those that expire first; gives what was taken of which."""
        taken: list[tuple[Lot, int]] = []
        for one in sorted(self.lots, key=lambda one: (one != lot or one == UNNAMED, *_first_to_expire(one))):
            part = min(quantity, max(0, self.lots.get(one, 0)))
            if part:
                self.lots[one] -= part
                if not self.lots[one]:
                    del self.lots[one]
                taken.append((one, part))
                quantity -= part
        if quantity:
            self.lots[UNNAMED] = self.lots.get(UNNAMED, 0) - quantity
            taken.append((UNNAMED, quantity))
        return taken


@dataclass(frozen=True)
class Counted:
    """A count of one item in one store: what the books said, and what was found."""

    id: str
    item: str
    store: str
    expected: int
    found: int


@dataclass
class Stock:
    """(item, store) -> what lies there; and every count on the way."""

    shelves: dict[tuple[str, str], Shelf] = field(default_factory=lambda: defaultdict(Shelf))
    counts: list[Counted] = field(default_factory=list)

    def on_hand(self, item: str, store: str | None = None) -> int:
        """How many of an item, in one store or in all."""
        return sum(shelf.on_hand for (one, at), shelf in self.shelves.items() if one == item and store in (None, at))


def stock(told: Iterable[Moved | Given]) -> Stock:
    """What lies where, from everything told in the order of clocks."""
    found = Stock()
    for one in told:
        shelf = found.shelves[one.item, one.store]
        if isinstance(one, Given):
            shelf.take(one.quantity)
        elif one.what in ("received", "returned"):
            shelf.put(one.quantity, one.lot)
        elif one.what in ("issued", "lost"):
            shelf.take(one.quantity, one.lot)
        elif one.what == "moved" and one.to:
            for lot, number in shelf.take(one.quantity, one.lot):
                found.shelves[one.item, one.to].put(number, lot)
        elif one.what == "packed":
            shelf.put(one.quantity, one.lot)
            for part, each in one.parts.items():
                found.shelves[part, one.store].take(each * one.quantity)
        elif one.what == "counted":
            found.counts.append(Counted(one.id, one.item, one.store, shelf.on_hand, one.quantity))
            if one.quantity > shelf.on_hand:
                shelf.put(one.quantity - shelf.on_hand)
            else:
                shelf.take(shelf.on_hand - one.quantity)
    return found


@dataclass(frozen=True)
class Enough:
    """For how many more people an item lasts, and until when at the rate of the last hour; None: nothing is going."""

    people: int
    until: datetime | None


@dataclass
class Rate:
    """What was given of an item during the last hour: so many pieces to so many people, and others without cards."""

    people: int = 0
    pieces: int = 0
    to_many: int = 0


def enough(on_hand: int, rate: Rate, now: datetime) -> Enough:
    """Where nothing was given to people for an hour, one person takes one."""
    left, an_hour = max(0, on_hand), rate.pieces + rate.to_many
    people = left * rate.people // rate.pieces if rate.pieces else left
    lasts_s = left * int(RATE_OVER.total_seconds()) // an_hour if an_hour else None
    return Enough(people, None if lasts_s is None else now + timedelta(seconds=lasts_s))


def _first_to_expire(lot: Lot) -> tuple[bool, date, bool, str]:
    expires_on, name = lot
    return (expires_on is None, expires_on or date.max, name is None, name or "")
