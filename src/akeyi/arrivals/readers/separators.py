"""Finds what stands between the cells of a text file, by a vote of its lines that respects quotes."""

import csv
import io
import re
from collections import Counter

SEPARATORS = (";", ",", "\t", "|")
_LINES_ASKED = 200
_LARGEST_FIELD = 1_000_000


def rows_of(text: str) -> list[list[str]]:
    """The rows of cells. A first line `sep=;` is obeyed, and not counted as a row, as spreadsheets do."""
    text = text.lstrip("\ufeff")
    said = re.match(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)', text, re.I)
    if said:
        return _cells(text[said.end() :], said[1])
    separator = _voted(text)
    rows = _cells(text, separator) if separator else [[line] for line in _lines(text)]
    whole = [row[0] for row in rows if len(row) == 1 and row[0]]
    # Every line in quotes as a whole: a list that went through a spreadsheet once too often.
    if len(whole) > len(rows) // 2 and text.lstrip().startswith('"') and (inner := _voted("\n".join(whole))):
        return [_cells(row[0], inner)[0] if len(row) == 1 and row[0] else row for row in rows]
    return rows


def _voted(text: str) -> str | None:
    """The separator under which most lines have the same number of cells, and more than one."""
    head = "\n".join(_lines(text)[:_LINES_ASKED])
    best: tuple[float, str] | None = None
    for separator in SEPARATORS:
        widths = Counter(len(row) for row in _cells(head, separator) if any(cell.strip() for cell in row))
        lines = sum(widths.values())
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda one: (one[1], one[0]))
        # Commas within names split lines evenly too: the width speaks where the agreement is alike.
        score = count / lines + min(width, 12) / 24
        if best is None or score > best[0]:
            best = (score, separator)
    return best[1] if best else None


def _cells(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_LARGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True))
        # A quote that nobody closed swallows the lines below it.
        if not any(cell.count("\n") > 3 and cell.count(separator) > 3 for row in rows for cell in row):
            return rows
    except csv.Error:
        pass
    plain = (line.split(separator) for line in _lines(text))
    return [[cell.strip().strip('"') for cell in row] for row in plain]


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)
