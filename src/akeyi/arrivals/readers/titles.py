"""Reads from what stands above a list, or from its file's name, which arrival it speaks of: only to fill in a form."""

import re
from datetime import date
from pathlib import PurePath

from .dates import Written, written
from .never import could_be_never
from .words import fold

# The word for a flight before it makes it sure; without it, no year and no day is taken for one.
_SAID_FLIGHT = re.compile(
    r"\b(?i:vol|vòl|flight|flt|vuelo|voo)\b\W*(?:(?i:n[°oº.]+)\W*)?"
    r"(?!DU|DE|LE|OF|NO|EN)([A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ _-]?(\d{2,4}[A-Z]?)\b"
)
_FLIGHT = re.compile(r"\b([A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ _-]?((?!19\d\d|20\d\d)\d{3,4})\b(?!/)")
_HOW = (
    ("boat", re.compile(r"\b(?:boat|ship|vessel|bateau|navire|barco|buque|bato|ferry|cutter)\b")),
    ("truck", re.compile(r"\b(?:trucks?|camions?|camiones|kamyon)\b")),
    ("bus_convoy", re.compile(r"\b(?:bus|buses|autobus|autocars?|guaguas?|otobis|convoy|convoi|konvwa)\b")),
    ("on_foot", re.compile(r"\b(?:on foot|a pied|a pie|apye)\b")),
    ("flight", re.compile(r"\b(?:vol|flight|flt|vuelo|voo|avion|plane)\b")),
)
_TIME = re.compile(r"(?<![\d:/.-])([01]?\d|2[0-3])\s?[:hH]\s?([0-5]\d)(?![\d:])")
_FROM = re.compile(
    r"^(?:from|de|desde|soti(?: nan)?|depi|provenance|provenant de|origine?|origen|procedencia|orijin)\b\s*[:\-–]?\s+"
    r"([^\W\d_][^\d:;|]{1,38})$",
    re.I,
)
_FROM_TO = re.compile(r"\b(?:from|de|desde) ([^\W\d_][^\d:;|]{1,30}?) (?:to|à|a|vers|hacia|->|→) [^\W\d_]", re.I)
_LONGEST_NAME = 40


def about(texts: list[str], today: date) -> dict[str, str]:
    """Of `label`, `how`, `origin`, `day` (YYYY-MM-DD) and `time` (HH:MM) what the texts tell."""
    found: dict[str, str] = {}
    for text in texts:
        if said := _SAID_FLIGHT.search(text) or _FLIGHT.search(text):
            found.setdefault("label", f"{said[1]} {said[2]}")
            text = text.replace(said[0], " ")
            found.setdefault("how", "flight")
        for how, words in _HOW:
            if words.search(fold(text)):
                found.setdefault("how", how)
                break
        if day := _day(text, today):
            found.setdefault("day", day)
        if time := _TIME.search(text):
            found.setdefault("time", f"{int(time[1]):02}:{time[2]}")
        place = _FROM_TO.search(text) or _FROM.match(text.strip())
        if place and not could_be_never(place[1]):
            found.setdefault("origin", " ".join(place[1].split())[:_LONGEST_NAME])
    return found


def from_name(name: str, today: date) -> dict[str, str]:
    """What a file's name tells: the flight in it, else the name itself, unless it says what nobody should read."""
    stem = " ".join(re.sub(r"[_]+", " ", PurePath(name).stem).split())
    found = about([stem], today)
    if "label" not in found and (flight := _FLIGHT.search(stem.upper())):
        found |= {"label": f"{flight[1]} {flight[2]}", "how": found.get("how", "flight")}
    elif "label" not in found and stem and not could_be_never(stem):
        found["label"] = stem[:_LONGEST_NAME]
    return found


def _day(text: str, today: date) -> str | None:
    said = written(text)
    if not isinstance(said, Written):
        return None
    year = said.year + 2000 if said.digits_of_year == 2 else said.year
    try:
        day = date(year, said.second, said.first)
    except ValueError:
        return None
    # An arrival is of these days; any other day is something else's.
    return day.isoformat() if abs((day - today).days) < 3660 else None
