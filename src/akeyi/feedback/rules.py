"""Which two holders can open a sealed statement together. The tablet decides alike: contracts/vectors/holders.json."""

from collections.abc import Iterable
from dataclasses import dataclass

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
