"""Money: what was promised, paid and is still owed, whose float it comes from, and when it may be paid; the desk alike.

Amounts are whole numbers of a currency's smallest unit, and decimal text where they are told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from akeyi.people.cards.numbers import check_digit

# ISO 4217: digits behind the point, where they are not two.
DIGITS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF"), 0),
    **dict.fromkeys(("UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
CODE_DIGITS = 12
# A shift: as long as two who gave their PIN stand for one another.
TOGETHER = timedelta(hours=8)
# In these two are there, and say so with their PINs.
BY_TWO = ("opened", "topped_up", "handed", "taken_out", "together", "closed")


def digits(currency: str) -> int:
    """How many digits of a currency stand behind the point."""
    return DIGITS.get(currency, 2)


def units(amount: str, currency: str) -> int | None:
    """An amount in the smallest unit: "1250.5" HTG are 125050; None where the currency has no such part."""
    whole = Decimal(amount).scaleb(digits(currency))
    return int(whole) if whole == whole.to_integral_value() else None


def amount_of(units: int, currency: str) -> str:
    """The same the other way: 125050 HTG are "1250.50", 500 XAF are "500"."""
    behind = digits(currency)
    sign, text = "-" * (units < 0), str(abs(units)).rjust(behind + 1, "0")
    return f"{sign}{text[:-behind]}.{text[-behind:]}" if behind else sign + text


def units_due(hundredths: int, currency: str) -> int:
    """What is due, in the smallest unit; nobody is paid half of one."""
    return hundredths * 10 ** digits(currency) // 100


def hundredths_of(units: int, currency: str) -> int:
    """What was promised, as what is due is counted."""
    return units * 100 // 10 ** digits(currency)


def code_of(typed: str) -> str | None:
    """The twelve digits of a receipt in what somebody typed, with any gaps; None: no code, or a digit is wrong."""
    said = "".join(one for one in typed if one not in " -\t.")
    right = len(said) == CODE_DIGITS and said.isascii() and said.isdigit() and said[-1] == check_digit(said[:-1])
    return said if right else None


@dataclass(frozen=True)
class Promise:
    """So much was promised to a card. `promise`: what payments name."""

    promise: str
    amount: int
    currency: str


@dataclass(frozen=True)
class Payment:
    """So much of a promise was paid; by hand from a float."""

    promise: str
    amount: int
    currency: str
    float: str | None = None


@dataclass(frozen=True)
class Owed:
    """What stands of one promise: paid so far, and left; below zero where it was paid twice."""

    promise: str
    amount: int
    currency: str
    paid: int

    @property
    def left(self) -> int:
        return self.amount - self.paid

    @property
    def state(self) -> str:
        """owed: nothing was paid; part; paid; over: more than was promised."""
        if self.left <= 0:
            return "over" if self.left < 0 else "paid"
        return "part" if self.paid else "owed"


def owed(promises: Iterable[Promise], payments: Iterable[Payment]) -> list[Owed]:
    """Every promise with what was paid of it, in the order of the promises. What was paid in another currency, or of a
    promise nobody here has heard of yet, pays none of these."""
    paid: dict[tuple[str, str], int] = {}
    for one in payments:
        paid[one.promise, one.currency] = paid.get((one.promise, one.currency), 0) + one.amount
    return [Owed(one.promise, one.amount, one.currency, paid.get((one.promise, one.currency), 0)) for one in promises]


@dataclass(frozen=True)
class Move:
    """Something happened to a float. `worker`: who said it; `second`: whose PIN was given beside."""

    float: str
    what: str
    currency: str
    amount: int
    worker: str
    at: datetime
    second: str | None = None
    to: str | None = None
    reason: str | None = None


@dataclass
class Float:
    """The money one cashier answers for. `counted`: what was there when it was closed."""

    float: str
    currency: str
    cashier: str
    came: int = 0
    went: int = 0
    paid: int = 0
    counted: int | None = None
    reason: str | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    # Until when two are there; None: one is alone.
    two_until: datetime | None = None
    seconds: list[str] = field(default_factory=list)

    @property
    def balance(self) -> int:
        """What should be there, or should have been when it was closed."""
        return self.came - self.went - self.paid

    @property
    def difference(self) -> int | None:
        """What was there beyond that, below zero where some is missing; None while it is open."""
        return None if self.counted is None else self.counted - self.balance

    def may_pay(self, worker: str, now: datetime) -> bool:
        """Whether this worker may pay from it now: it is theirs and open, and a second one is there."""
        return self.cashier == worker and self.closed_at is None and self.two_until is not None and now < self.two_until


def floats(moves: Sequence[Move], payments: Iterable[Payment]) -> dict[str, Float]:
    """Every float, by what was said of it in the order in which it was said.

    What a tablet sends after a float was closed still counts: it changes the difference, not what was found.
    """
    found: dict[str, Float] = {}

    def of(id: str, currency: str, cashier: str) -> Float:
        return found.setdefault(id, Float(id, currency, cashier))

    for one in moves:
        here = of(one.float, one.currency, one.worker)
        if one.what in ("opened", "topped_up"):
            here.came += one.amount
            here.opened_at = here.opened_at or one.at
        if one.what in ("handed", "taken_out"):
            here.went += one.amount
        if one.what == "handed" and one.to and one.second:
            there = of(one.to, one.currency, one.second)
            there.came += one.amount
            there.opened_at = there.opened_at or one.at
            there.two_until = one.at + TOGETHER
        if one.what == "closed":
            here.counted, here.reason, here.closed_at = one.amount, one.reason, one.at
        if one.what == "alone":
            here.two_until = None
        elif one.what in BY_TWO:
            here.two_until = one.at + TOGETHER
        if one.second:
            here.seconds.append(one.second)
    for paid in payments:
        if paid.float in found and found[paid.float].currency == paid.currency:
            found[paid.float].paid += paid.amount
    return found
