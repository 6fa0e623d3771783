"""Text files with separators (.csv, .txt), in any common encoding."""

import re

from ..encodings import text_of
from ..grid import letters
from ..limits import MOST_COLUMNS, MOST_ROWS
from ..refusals import NotAList
from ..separators import rows_of
from ..sheet import Sheet, sheet_of

NAME = "csv"
PLACE = 90

# Other formats that are text too.
_OTHER_TEXT = re.compile(r"\s*(?:<\?xml|<!doctype|<html|<table|<svg|\{\\rtf|[\[{]\s*[\"{\[]|%!PS)", re.I)
_NUMBER_LIKE = re.compile(r"[+-][\d\s().,/:+-]*%?")


def sniff(data: bytes, name: str) -> bool:
    text = text_of(data)
    return text is not None and not _OTHER_TEXT.match(text.lstrip("\ufeff"))


def read(data: bytes) -> list[Sheet]:
    rows = rows_of(text_of(data) or "")[:MOST_ROWS]
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if is_formula(cell):
                raise NotAList("formula", cell=f"{letters(column)}{number}")
    return [sheet_of("", ((cell.strip() or None for cell in row[:MOST_COLUMNS]) for row in rows))]


def is_formula(cell: str) -> bool:
    """What a spreadsheet would compute on opening; phone numbers, dashes and bullets are none."""
    cell = cell.strip()
    if len(cell) < 2 or not cell.strip("=+-@ _*"):
        return False
    if cell[0] in "=@":
        return True
    return cell[0] in "+-" and not cell[1].isspace() and not _NUMBER_LIKE.fullmatch(cell)
