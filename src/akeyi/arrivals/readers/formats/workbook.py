"""What XLSX, XLS and ODS share: cells through one reader that takes values only, never formulas or macros."""

import io
from collections.abc import Callable

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from ..refusals import NotAList
from ..sheet import Range, Sheet, sheet_of

MOST_SHEETS = 60


def sheets(
    data: bytes,
    counts_from_1904: bool = False,
    merged_of: Callable[[int], list[Range]] | None = None,
) -> list[Sheet]:
    """Every sheet with its cells; `merged_of` gives the merged ranges where the reader does not know them."""
    found: list[Sheet] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for place, metadata in enumerate(book.sheets_metadata[:MOST_SHEETS]):
                if metadata.typ != SheetTypeEnum.WorkSheet:
                    if metadata.typ in (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba):
                        raise NotAList("macro")
                    continue
                content = book.get_sheet_by_index(place)
                merged = merged_of(place) if merged_of else (content.merged_cell_ranges or [])
                rows = content.to_python(skip_empty_area=False) if content.height else []
                sheet = sheet_of(metadata.name, rows, merged)
                sheet.is_hidden = metadata.visible != SheetVisibleEnum.Visible
                sheet.counts_from_1904 = counts_from_1904
                found.append(sheet)
    except PasswordError as cause:
        raise NotAList("password") from cause
    except (CalamineError, OSError, ValueError, OverflowError) as cause:
        raise NotAList("damaged") from cause
    except MemoryError:
        raise
    except BaseException as cause:
        # A panic in the reader's Rust comes as a BaseException of its own.
        if type(cause).__name__ == "PanicException":
            raise NotAList("damaged") from cause
        raise
    return found
