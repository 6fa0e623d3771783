"""Reads the cells of a workbook through calamine: values only, with merged cells and the rows as a person sees them."""

import io
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from .limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from .refusals import NotAList
from .sheet import Range, Sheet, sheet_of


def sheets_of(data: bytes, counts_from_1904: bool = False) -> list[Sheet]:
    """All sheets of cells, in their order; the hidden ones say so."""
    sheets: list[Sheet] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for number, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            cells = book.get_sheet_by_index(number)
            if cells.total_height * max(cells.total_width, 1) > MOST_CELLS:
                raise NotAList("too_wide")
            sheet = _sheet(about.name, cells)
            sheet.is_hidden = about.visible != SheetVisibleEnum.Visible
            sheet.counts_from_1904 = counts_from_1904
            sheets.append(sheet)
    except NotAList:
        raise
    except (CalamineError, ValueError, OSError) as error:
        raise NotAList("damaged") from error
    return sheets


def _sheet(name: str, cells: Any) -> Sheet:
    rows = cells.to_python(skip_empty_area=False, nrows=MOST_ROWS)
    merged: list[Range] = [(start, end) for start, end in (cells.merged_cell_ranges or []) if start[1] < MOST_COLUMNS]
    return sheet_of(name, ([None if value == "" else value for value in row[:MOST_COLUMNS]] for row in rows), merged)


def letters(column: int) -> str:
    """The name of a column as spreadsheets show it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
