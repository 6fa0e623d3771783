"""Brings the text of a cell into a form that can be read: no hidden signs, one kind of space, no accents to compare."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

Cell = str | int | float | date | None

# Signs that take no room but make two equal names differ: marks of direction, zero-width signs, byte order marks.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_LETTERS_ALONE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
LONGEST_CELL = 2_000

_MISSING = {
    *("", "n a", "na", "n d", "nd", "s n", "s d", "sd", "null", "none", "nil", "nan", "unknown", "unk", "inconnu"),
    *("inconnue", "desconocido", "desconocida", "enkoni", "pa konnen", "sin dato", "sin datos", "no aplica"),
    *("non disponible", "not available", "neant", "xxx", "xxxx", "desconhecido", "non renseigne", "ninguno", "okenn"),
    *("pa genyen", "aucun", "aucune", "not provided", "no tiene"),
}
# Words that say "nothing" in a column of numbers, but are family names of real people.
_MISSING_BUT_NAMES = {"na", "nd", "sd", "null", "none", "nil", "nan"}


def clean(value: object) -> Cell:
    """One cell as it can be worked with: text, number or day; None when nothing is in it."""
    if value is None or isinstance(value, timedelta | time):
        return None if value is None else str(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    text = clean_text(str(value))
    # Spreadsheets write an apostrophe before what shall stay text.
    if text.startswith("'") and text.count("'") == 1:
        text = text[1:].lstrip()
    return text or None


def clean_text(text: str) -> str:
    """Keeps line breaks within a cell, since headers in two languages stand on two lines."""
    text = unicodedata.normalize("NFC", text[:LONGEST_CELL])
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")
    text = _CONTROL.sub("", _HIDDEN.sub("", text.replace("\t", " ")))
    text = _SPACES.sub(" ", text)
    return re.sub(r" ?\n[\n ]*", "\n", text).strip()


def flat(cell: Cell) -> str:
    """The cell as one line of text; a whole number has no decimals."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(str(cell).split())


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case, no accents, only letters and digits with single spaces: for comparing, never for showing."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS_ALONE))
    return _NOT_A_WORD.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip()


def is_missing(cell: Cell) -> bool:
    """Whether the cell says that nothing is known."""
    return not isinstance(cell, int | float | date) and fold(flat(cell)) in _MISSING


def is_missing_name(cell: Cell) -> bool:
    folded = fold(flat(cell))
    return folded in _MISSING and folded not in _MISSING_BUT_NAMES and not isinstance(cell, int | float | date)
