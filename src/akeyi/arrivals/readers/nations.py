"""Reads a nationality as lists write it: codes, countries and the words for their people, in five languages."""

import json
from functools import lru_cache
from pathlib import Path

from .words import fold

# What stands between two nationalities of one person.
_BETWEEN = ("/", ",", ";", "-", "&", "+", " et ", " y ", " and ", " ak ", " e ", "(", "|")
_FILLING = {
    "national",
    "citizen",
    "citoyen",
    "citoyenne",
    "ciudadano",
    "ciudadana",
    "sitwayen",
    "republique",
    "republica",
    "republic",
    "repiblik",
    "the",
    "la",
    "le",
    "l",
    "el",
    "de",
    "d",
    "of",
    "du",
    "do",
}
_LONGEST_CODE = 4
_ENDINGS = {"ne", "e", "a", "o", "s", "es", "as", "os", "nes", "ienne", "enne"}


def _table() -> dict[str, str]:
    known: dict[str, str] = {}
    # One line a country in nations.json: its code in three letters, in two, then names and peoples.
    table: dict[str, list[str]] = json.loads(Path(__file__).with_name("nations.json").read_text(encoding="utf-8"))
    for code in table:
        known[code.casefold()] = code
    for code, names in table.items():
        for name in names:
            known.setdefault(fold(name), code)
    return known


_KNOWN = _table()


@lru_cache(maxsize=4096)
def nation(text: str) -> str | None:
    """The alpha-3 code; None where the words name no nation we know."""
    folded = fold(text)
    joined = folded.replace(" ", "")
    for form in (folded, joined if len(joined) <= _LONGEST_CODE else folded):
        if form in _KNOWN:
            return _KNOWN[form]
    words = folded.split()
    # haïtien(ne), chileno(a), haitiano/a
    if len(words) == 2 and words[1] in _ENDINGS and len(words[0]) > _LONGEST_CODE - 1 and words[0] in _KNOWN:
        return _KNOWN[words[0]]
    # République d'Haïti
    bare = " ".join(word for word in words if word not in _FILLING)
    return _KNOWN.get(bare) if len(bare) > _LONGEST_CODE - 1 else None


def nations(text: str) -> list[str]:
    """All that a cell names: "Haïtienne / Chilienne" names two; an empty list where one of them is unknown."""
    whole = nation(text)
    if whole:
        return [whole]
    parts = [text]
    for sign in _BETWEEN:
        parts = [piece for part in parts for piece in part.split(sign)]
    found: list[str] = []
    for part in parts:
        if not fold(part):
            continue
        one = nation(part)
        if one is None:
            return []
        if one not in found:
            found.append(one)
    return found
