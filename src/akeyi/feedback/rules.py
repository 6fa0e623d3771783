"""Which two holders can open a statement together; whose a complaint may be, by when it is answered, what its code is.

The tablet decides alike: contracts/vectors/holders.json and complaint_code.json.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .groups import CATEGORIES, Category

# More keys would not fit beside the content.
KEYS_AT_MOST = 3


@dataclass(frozen=True)
class Key:
    """One key: its id, whose it is, and whether they live outside the country of the site."""

    id: str
    holder: str
    is_outside: bool


def pairs(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """(outer, inner) of every lock that is put on a box: two people, at least one of them outside the country.

    Both orders, so that whichever holder is there first begins. Empty: nothing can be sealed.
    """
    found = sorted(keys, key=lambda key: key.id)
    return [
        (outer.id, inner.id)
        for outer in found
        for inner in found
        if outer.holder != inner.holder and (outer.is_outside or inner.is_outside)
    ]


# Days until the answer, where a site says nothing else: one where somebody may be in danger, three where somebody was
# wronged, else two weeks.
DAYS: dict[Category, int] = {"abuse": 1, "treated": 3, "favour": 3, "money": 3, "place": 14, "other": 14}
# In numbers that whoever runs the site sees, one alone would send people looking for who it was.
COUNTED_AS: dict[Category, Category] = {"abuse": "treated"}
COUNTED: tuple[Category, ...] = tuple(one for one in CATEGORIES if one not in COUNTED_AS)
WEEKS = 8
# Days: a box after its day or after a lock was last opened, since whoever opens it works with it; a complaint after its
# last word once it is closed, and at last where nobody closed it.
BOX_DAYS, CLOSED_DAYS, OPEN_DAYS = 365, 90, 365
CODE_DIGITS = 12
# Twelve digits are 40 bits: whoever had the hashes alone would still have to pay for each guess.
CODE_ROUNDS = 100_000


def is_outside(organisation: str | None, about: str | None) -> bool:
    """Whether somebody of an organisation may take a complaint about one. No organisation is not outside."""
    return about is None or (organisation is not None and organisation != about)


def due_on(told: date, category: Category, days: Mapping[Category, int]) -> date:
    """The day by which a complaint is answered."""
    return told + timedelta(days=days[category])


def box_goes_on(last: date) -> date:
    """The day on which a box goes that was told, or whose lock was opened last, on a day."""
    return last + timedelta(days=BOX_DAYS)


def complaint_goes_on(told: date, closed: date | None) -> date:
    """The day on which a complaint goes. `closed`: the day of the last word about it; None while it is open."""
    return told + timedelta(days=OPEN_DAYS) if closed is None else closed + timedelta(days=CLOSED_DAYS)


def by_week(told: Iterable[tuple[date, Category]], today: date) -> list[tuple[date, dict[Category, int]]]:
    """Per week, the latest first and by its Monday, how many complaints of each category that is counted came."""
    this = today - timedelta(days=today.weekday())
    found = {this - timedelta(weeks=back): dict.fromkeys(COUNTED, 0) for back in range(WEEKS)}
    for day, category in told:
        week = day - timedelta(days=day.weekday())
        if week in found:
            found[week][COUNTED_AS.get(category, category)] += 1
    return list(found.items())


def code_of(typed: str) -> str | None:
    """The twelve digits in what somebody typed, with any gaps; None where they are none."""
    digits = "".join(typed.split()).replace("-", "")
    return digits if len(digits) == CODE_DIGITS and digits.isascii() and digits.isdecimal() else None


def code_hash(code: str, site: str) -> str:
    """What is kept of a code. The tablet makes it, so it holds nothing that a tablet does not know."""
    salt = f"akeyi complaint 1\n{site}".encode()
    return hashlib.pbkdf2_hmac("sha256", code.encode(), salt, CODE_ROUNDS).hex()
