"""Workbooks as this program writes them: the same bytes for the same words."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import xlsxwriter


def reproducible(out: io.BytesIO) -> xlsxwriter.Workbook:
    """A workbook that does not keep the hour of its writing."""
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    # A moment, not a day alone: else the hour of writing is kept.
    book.set_properties({"created": datetime(2021, 9, 19, 9, tzinfo=UTC)})
    return book


def workbook(sheets: Mapping[str, Iterable[Sequence[str]]]) -> bytes:
    """A workbook of cells of text. None is a formula or an address, whatever it begins with."""
    out = io.BytesIO()
    with reproducible(out) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell:
                        sheet.write_string(at, column, cell)
    return out.getvalue()
