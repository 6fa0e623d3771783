"""Whether somebody who asks for their own file knows it: by their card, or by two facts that stand in it."""

from collections.abc import Mapping
from datetime import date

from .finding import plain

NAMES = ("given_names", "family_name")
FACTS = (*NAMES, "birth_on", "phone")
NEEDED = 2


def knows_the_file(said: Mapping[str, object], held: Mapping[str, object]) -> bool:
    """Two facts that are known to the file, one of them more than a name; a wrong one among them is no.

    Names and days are compared without accents, capitals and signs; a phone by its last eight digits.
    """
    given = {name: value for name in FACTS if (value := said.get(name))}
    if any(not held.get(name) or _bare(name, value) != _bare(name, held[name]) for name, value in given.items()):
        return False
    return len(given) >= NEEDED and not set(given) <= set(NAMES)


def _bare(name: str, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if name == "phone":
        return "".join(sign for sign in str(value) if sign.isdigit())[-8:]
    return plain(str(value)).split()
