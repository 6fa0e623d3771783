"""Reads a day of birth as people write it: text in five languages, day first or month first, spreadsheet numbers."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .words import Cell, flat, fold

Order = Literal["day_first", "month_first"]
Certainty = Literal["sure", "guessed", "mixed"]
OLDEST = 120

# By the beginning of the folded word: Haitian Creole, French, Spanish, English, Portuguese.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene"),
    ("fev", "feb"),
    ("mar", "mas"),
    ("avr", "abr", "apr"),
    ("mai", "may", "me", "mei"),
    ("jun", "juin", "jen"),
    ("jul", "juil", "jiy"),
    ("aou", "ago", "aug", "out"),
    ("sep", "set"),
    ("oct", "okt", "outub"),
    ("nov",),
    ("dec", "dic", "dez", "des"),
)
# Whole words that begin like a month, and are none.
_NO_MONTHS = {"mes", "mesye", "description", "mardi", "martes", "mercredi", "descr", "mademoiselle", "deces"}
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Written:
    """What a cell says: three numbers whose order may be open, or less than a whole day."""

    first: int
    second: int
    year: int
    has_order: bool = False  # when known: first is the day, second the month
    digits_of_year: int = 4


@dataclass(frozen=True)
class Said:
    """A day, or the code of why there is none."""

    day: date | None
    trouble: str | None = None


def month_number(word: str) -> int | None:
    """The month that a word names, in any of the languages; None where it names none."""
    word = fold(word)
    if len(word) < 2 or word in _NO_MONTHS or not word.isalpha():
        return None
    if word.startswith("outub"):
        return 10
    for number, beginnings in enumerate(_MONTHS, 1):
        for beginning in beginnings:
            if word == beginning if len(beginning) < 3 else word.startswith(beginning):
                return number
    return None


_TIME = re.compile(r"[T ,]+\d{1,2}[:h]\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|[+-]\d{2}:?\d{2})?$", re.I)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.,_\s\\]\s?(\d{1,2})\s?[-/.,_'\s\\]\s?(\d{4}|\d{2})(?!\d)")
_DAY_WORD_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:er|e|st|nd|rd|th|º|°|ª)?[-/.,\s]*(?:de\s+|of\s+)?([^\W\d_]{2,12})[-/.,\s]*(?:del?\s+|of\s+)?'?(\d{4}|\d{2})(?!\d)"
)
_WORD_DAY_YEAR = re.compile(r"([^\W\d_]{3,12})[-/.\s]+(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+'?(\d{4}|\d{2})(?!\d)")
_YEAR_WORD_DAY = re.compile(r"(?<!\d)(\d{4})[-/.\s]*([^\W\d_]{3,12})[-/.\s]*(\d{1,2})(?!\d)")
_EIGHT = re.compile(r"^\d{8}$")
_ONLY_YEAR = re.compile(r"^\D{0,14}((?:18|19|20)\d{2})$")
_MONTH_YEAR = re.compile(r"^(?:\d{1,2}\s?[-/.]\s?|[^\W\d_]{3,12}[-/.\s]*)((?:19|20)\d{2})$")
_UNKNOWN_DAY = re.compile(
    r"^(?:00|x{1,2}|\?{1,2}|-{1,2})\s?[-/.]\s?(?:\d{1,2}|x{1,2}|\?{1,2}|-{1,2})\s?[-/.]\s?(\d{4})$", re.I
)


def written(text: str) -> Written | str | None:
    """The numbers of a date in text; the code of a trouble; None where there is no date at all."""
    text = _TIME.sub("", " ".join(text.split()))
    if found := _UNKNOWN_DAY.match(text):
        return "birth_year_only"
    if _EIGHT.match(text):
        return _eight_digits(text)
    if found := _YEAR_FIRST.search(text):
        year, month, day = map(int, found.groups())
        # 1985-25-03 can only be read one way.
        return Written(month, day, year, True) if month > 12 >= day else Written(day, month, year, True)
    if found := _YEAR_LAST.search(text):
        return Written(int(found[1]), int(found[2]), int(found[3]), False, len(found[3]))
    for pattern, order in ((_DAY_WORD_YEAR, (1, 2, 3)), (_WORD_DAY_YEAR, (2, 1, 3)), (_YEAR_WORD_DAY, (3, 2, 1))):
        for found in pattern.finditer(text):
            day_text, word, year_text = (found[place] for place in order)
            if named := month_number(word):
                return Written(int(day_text), named, int(year_text), True, len(year_text))
    if _ONLY_YEAR.match(text) or _MONTH_YEAR.match(text):
        return "birth_year_only"
    return None


def _eight_digits(text: str) -> Written | None:
    if 1900 <= int(text[:4]) <= 2100 and 1 <= int(text[4:6]) <= 12 and 1 <= int(text[6:]) <= 31:
        return Written(int(text[6:]), int(text[4:6]), int(text[:4]), True)
    if 1900 <= int(text[4:]) <= 2100:
        return Written(int(text[:2]), int(text[2:4]), int(text[4:]))
    return None


def order_of(cells: list[Cell], header: str = "") -> tuple[Order, Certainty]:
    """Day first or month first, decided by the whole column, and how sure the column is."""
    day_first = month_first = open_ = 0
    for cell in cells:
        found = written(flat(cell)) if isinstance(cell, str | int) else None
        if not isinstance(found, Written) or found.has_order or found.first == found.second:
            continue
        if found.first > 12 >= found.second:
            day_first += 1
        elif found.second > 12 >= found.first:
            month_first += 1
        elif found.first <= 12 and found.second <= 12:
            open_ += 1
    if day_first or month_first:
        order: Order = "month_first" if month_first > day_first else "day_first"
        # One date that goes the other way round among many is a slip; half of them is a mixture.
        many, few = max(day_first, month_first), min(day_first, month_first)
        return order, "sure" if not open_ or few * 4 <= many else "mixed"
    if hint := _order_said(header):
        return hint, "sure"
    return "day_first", "guessed" if open_ else "sure"


def is_open(cell: Cell) -> bool:
    """Whether day and month of this cell could change places and give another day."""
    found = written(flat(cell)) if isinstance(cell, str | int) else None
    return (
        isinstance(found, Written)
        and not found.has_order
        and max(found.first, found.second) <= 12
        and found.first != found.second
    )


def _order_said(header: str) -> Order | None:
    letters = "".join(_WORD.findall(fold(header).replace(" ", "")))
    if re.search(r"(dd?|jj?)mm?(yy|aa|y|a)", letters):
        return "day_first"
    return "month_first" if re.search(r"mm?(dd?|jj?)(yy|aa|y|a)", letters) else None


def birth(cell: Cell, order: Order, today: date, age: int | None = None, counts_from_1904: bool = False) -> Said:
    """The day of birth in one cell. `age`, where the list gives it too, tells 1921 from 2021."""
    if isinstance(cell, date):
        return plausible(cell, today)
    if isinstance(cell, float):
        cell = int(cell)
    text = flat(cell)
    if re.fullmatch(r"\d{5}([.,]0+)?", text) and 367 <= int(text[:5]) <= 60_000:
        return plausible(from_serial(int(text[:5]), counts_from_1904), today)
    found = written(text)
    if isinstance(found, str):
        return Said(None, found)
    if found is None:
        return Said(None, "birth_unreadable")
    day, month = found.first, found.second
    if not found.has_order and order == "month_first":
        day, month = month, day
    if not found.has_order and month > 12 >= day:
        day, month = month, day
    year = found.year
    if found.digits_of_year == 2:
        year = full_year(year, today, age)
        if (year, month, day) > (today.year, today.month, today.day):
            year -= 100
    if not (1 <= month <= 12 and 1800 <= year <= 2200 and 1 <= day <= monthrange(year, month)[1]):
        return Said(None, "birth_year_only" if 0 in (day, month) and 1800 <= year <= 2200 else "birth_impossible")
    return plausible(date(year, month, day), today)


def full_year(two_digits: int, today: date, age: int | None = None) -> int:
    """The year of birth behind two digits: the latest that is not to come, unless the age says otherwise."""
    latest = today.year - (today.year - two_digits) % 100
    if age is not None and abs(today.year - (latest - 100) - age) < abs(today.year - latest - age):
        return latest - 100
    return latest


def from_serial(number: int, counts_from_1904: bool) -> date:
    """A spreadsheet's day number; spreadsheets believe that 29 February 1900 existed."""
    return date(1904, 1, 1) + timedelta(number) if counts_from_1904 else date(1899, 12, 30) + timedelta(number)


def plausible(day: date, today: date) -> Said:
    if day > today:
        return Said(None, "birth_in_future")
    if day.year < today.year - OLDEST:
        return Said(None, "birth_too_long_ago")
    return Said(day)
