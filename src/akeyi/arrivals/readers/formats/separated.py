"""Lists as text with separators (CSV), in any common alphabet table and with any separator."""

import csv
import io
import re
from collections import Counter
from typing import Literal

from ..headers import header
from ..limits import MOST_COLUMNS, MOST_LINES, MOST_ROWS
from ..meanings import FULL_NAMES
from ..refusals import NotAList
from ..sheet import Sheet, sheet_of
from ..words import clean_text
from . import Reader
from .text import checked, decoded, looks_like_text

SEPARATORS = (",", ";", "\t", "|", "^", "~")
_SAMPLE = 200_000
_OTHER_LANGUAGES = re.compile(
    r"\s*(?:<(?:!doctype|html|\?xml|[a-z]+[ >/])|\{\\rtf|%PDF|BEGIN:V|\{\s*\"|\[\s*[{\[\"])", re.I
)
_FORMULA = re.compile(r"^[=+\-@]")
_PHONE_OR_NUMBER = re.compile(r"^[+-]?\s?\(?\d[\d\s().,/:-]*%?$|^[+-]\s*$|^[-–—=+@\s.]*$")
_DASHED_WORDS = re.compile(r"^-\s*[^\W\d_][^\d!|(){}\[\]=+*/<>&^%$#;:\"]*$")


def sniff(head: bytes, name: str) -> bool:
    return looks_like_text(head) and not head.startswith((b"%PDF", b"PK\x03\x04"))


def read(data: bytes) -> list[Sheet]:
    text = checked(decoded(data))
    if _OTHER_LANGUAGES.match(text):
        raise NotAList("picture_or_print" if text.lstrip().startswith("%PDF") else "unknown_format")
    rows = cells_of(text)
    _refuse_formulas(rows)
    return [sheet_of("", rows)]


def cells_of(text: str) -> list[list[str]]:
    """The cells, by the separator that makes the best table."""
    told = re.match(r"\ufeff?sep=(.)\r?\n", text)
    separator = told[1] if told else best_separator(text)
    rows = _joined_names(_parsed(text, separator), separator)
    if told:
        # The line stays counted: a spreadsheet shows the rows below it from 1.
        rows = rows[1:]
    if separator is None or _is_wrapped(rows):
        inner = "\n".join(row[0].strip().strip('"') if row else "" for row in rows)
        better = best_separator(inner)
        if better and _is_wrapped(rows):
            return _parsed(inner, better)
    return rows


def _joined_names(rows: list[list[str]], separator: str | None) -> list[list[str]]:
    """PIERRE, Jean without quotes among commas: every row has one cell more than the header has."""
    if separator != ",":
        return rows
    for at, row in enumerate(rows[:60]):
        meanings = [header(clean_text(cell)).meaning for cell in row]
        if "family_name" in meanings or "given_names" in meanings:
            return rows
        whole = [place for place, meaning in enumerate(meanings) if meaning in (*FULL_NAMES, "name")]
        if len(whole) == 1 and len(row) > 1:
            below = [one for one in rows[at + 1 :] if sum(bool(cell.strip()) for cell in one) > 2]
            if not below or sum(len(one) == len(row) + 1 for one in below) < 0.8 * len(below):
                return rows
            name = whole[0]
            return [
                [*one[:name], f"{one[name]}, {one[name + 1]}", *one[name + 2 :]] if len(one) == len(row) + 1 else one
                for one in rows
            ]
    return rows


def best_separator(text: str) -> str | None:
    """Every separator is tried; headers that are understood count most, then rows of equal length."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample.rpartition("\n")[0]
    votes: dict[str, tuple[float, ...]] = {}
    for separator in SEPARATORS:
        if separator not in sample:
            continue
        rows = [row for row in _parsed(sample, separator)[:300] if any(cell.strip() for cell in row)]
        if not rows:
            continue
        widths = Counter(len(row) for row in rows)
        width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1] * (item[0] > 1), item[0]))
        if width < 2:
            continue
        known = max(
            (len({found for cell in row if (found := header(clean_text(cell)).meaning)}) for row in rows[:60]),
            default=0,
        )
        votes[separator] = (known, times / len(rows), min(width, 30))
    if not votes:
        return None
    return max(votes, key=lambda separator: votes[separator])


def _parsed(text: str, separator: str | None) -> list[list[str]]:
    rows = _by_module(text, separator, csv.QUOTE_MINIMAL)
    # A quotation mark that is never closed swallows the rest of the file: then marks mean nothing here.
    if any(
        cell.count("\n") > 12 or (separator and cell.count("\n") > 2 and cell.count(separator) > 6)
        for row in rows
        for cell in row
    ):
        rows = _by_module(text, separator, csv.QUOTE_NONE)
        rows = [[cell.strip().strip('"') for cell in row] for row in rows]
    return rows


def _by_module(text: str, separator: str | None, quoting: Literal[0, 3]) -> list[list[str]]:
    text = text.replace("\x00", "")
    if separator is None:
        return [[line] if line.strip() else [] for line in text.splitlines()][: MOST_ROWS + 1]
    # The limit is the whole program's: a short list must not lower it for others.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=separator, quoting=quoting, skipinitialspace=True):
            if len(rows) > MOST_ROWS:
                raise NotAList("too_many_lines", most=MOST_LINES)
            rows.append(row[:MOST_COLUMNS])
    except csv.Error as cause:
        raise NotAList("damaged") from cause
    return rows


def _is_wrapped(rows: list[list[str]]) -> bool:
    """Whole rows within quotation marks, as some programs write them: "Nom,Sexe"."""
    filled = [row for row in rows if row]
    return (
        bool(filled)
        and all(len(row) == 1 or not any(row[1:]) for row in filled)
        and any(separator in row[0] for row in filled[:20] for separator in SEPARATORS)
    )


def _refuse_formulas(rows: list[list[str]]) -> None:
    """A cell that a spreadsheet would calculate; phone numbers, dashes and bullets are not meant."""
    for number, row in enumerate(rows, 1):
        for index, cell in enumerate(row):
            text = clean_text(cell)
            if not _FORMULA.match(text) or _PHONE_OR_NUMBER.match(text) or _DASHED_WORDS.match(text):
                continue
            raise NotAList("formula", cell=f"{chr(65 + index) if index < 26 else '?'}{number}")


READER = Reader("csv", sniff, read, asked_last=True)
