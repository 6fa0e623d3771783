"""What places are called: the ten departments of Haiti have a name in each language, other places their own."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from .places import Place, built_in

DEPARTMENTS = {
    "HT01": _("Ouest"),
    "HT02": _("Sud-Est"),
    "HT03": _("Nord"),
    "HT04": _("Nord-Est"),
    "HT05": _("Artibonite"),
    "HT06": _("Centre"),
    "HT07": _("Sud"),
    "HT08": _("Grande'Anse"),
    "HT09": _("Nord-Ouest"),
    "HT10": _("Nippes"),
}


def place_name(code: str | None, known: Mapping[str, Place] | None = None) -> str:
    """What a place is called; its code where nobody here knows it. `known`: the places of the site."""
    if not code:
        return ""
    if code in DEPARTMENTS:
        return str(DEPARTMENTS[code])
    one = (built_in() if known is None else known).get(code)
    return one.name if one else code


def to_choose(known: Mapping[str, Place]) -> list[tuple[Any, Any]]:
    """Every place as a form offers it: departments, each with its communes below it."""
    found: list[tuple[Any, Any]] = []
    for one in known.values():
        if one.within is None:
            inside = [(p.code, p.name) for p in known.values() if p.within == one.code]
            name = place_name(one.code, known)
            found.append((name, [(one.code, name), *sorted(inside, key=lambda row: row[1])]))
    return found
