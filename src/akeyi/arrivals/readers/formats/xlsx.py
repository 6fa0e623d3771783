"""Lists in Excel's XLSX."""

import re
import zipfile

from ..refusals import NotAList
from ..sheet import Sheet
from . import Reader, workbook
from .archive import Attributes, check_extent, check_xml, names_in, opened, walk


def sniff(head: bytes, name: str) -> bool:
    if not head.startswith(b"PK\x03\x04"):
        return False
    names = names_in(head)
    return any(part.startswith(("xl/", "_rels/", "[Content_Types]", "docProps/")) for part in names) and not any(
        part.startswith(("word/", "ppt/", "visio/")) for part in names
    )


def read(data: bytes) -> list[Sheet]:
    archive = opened(data)
    names = archive.namelist()
    if not any(re.match(r"xl/workbook\d*\.xml$", part) for part in names):
        raise NotAList("unknown_format")
    _refuse_macros(archive)
    worksheets = {part for part in names if re.match(r"xl/worksheets/[^/]+\.xml$", part)}
    for part in sorted(worksheets):
        _check_sheet(archive, part)
    check_xml(archive, worksheets)
    return workbook.sheets(data, _counts_from_1904(archive))


def _refuse_macros(archive: zipfile.ZipFile) -> None:
    if "[Content_Types].xml" not in archive.namelist():
        return

    def start(tag: str, attributes: Attributes) -> None:
        if re.search(r"macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet", attributes.get("ContentType", ""), re.I):
            raise NotAList("macro")

    walk(archive, "[Content_Types].xml", start)


def _check_sheet(archive: zipfile.ZipFile, part: str) -> None:
    """No formula, and no cell so far out that the sheet would fill the memory."""
    at = row = column = widest = 0
    cell = "?"

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal at, row, column, widest, cell
        if tag == "row":
            at = int(attributes.get("r", at + 1))
            column = 0
        elif tag == "c":
            cell = attributes.get("r", "?")
            column = _column(cell) if cell != "?" else column + 1
        elif tag in ("v", "is"):
            row, widest = max(row, at), max(widest, column)
            check_extent(row, widest)
        elif tag == "f":
            raise NotAList("formula", cell=cell)

    walk(archive, part, start)


def _column(reference: str) -> int:
    number = 0
    for sign in reference.upper():
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number


def _counts_from_1904(archive: zipfile.ZipFile) -> bool:
    found = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal found
        if tag == "workbookPr":
            found = attributes.get("date1904", "0") in ("1", "true", "on")

    walk(archive, next(part for part in archive.namelist() if re.match(r"xl/workbook\d*\.xml$", part)), start)
    return found


READER = Reader("xlsx", sniff, read)
