"""Excel workbooks (.xlsx): checked part by part before any cell is read."""

import re

from ..grid import sheets_of
from ..refusals import NotAList
from ..sheet import Sheet
from ..zipped import is_zip, names, opened, xml_parts

NAME = "xlsx"
PLACE = 20

_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?/?>")
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")
_COUNTS_FROM_1904 = re.compile(rb"date1904\s*=\s*[\"'](?:1|true)[\"']", re.I)
_PROGRAM = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|macrosheets/|dialogsheets/|activeX/|embeddings/)", re.I)


def sniff(data: bytes, name: str) -> bool:
    return is_zip(data) and any(part.lower() == "xl/workbook.xml" for part in names(data))


def read(data: bytes) -> list[Sheet]:
    counts_from_1904 = False
    with opened(data) as archive:
        if any(_PROGRAM.search(part) for part in archive.namelist()):
            raise NotAList("macro")
        for part, xml in xml_parts(archive):
            if part == "[Content_Types].xml" and b"macroEnabled" in xml:
                raise NotAList("macro")
            if part.startswith("xl/worksheets/"):
                _refuse_formulas(xml)
            if part == "xl/workbook.xml":
                counts_from_1904 = bool(_COUNTS_FROM_1904.search(xml))
    return sheets_of(data, counts_from_1904)


def _refuse_formulas(xml: bytes) -> None:
    if found := _FORMULA.search(xml):
        cells = _CELL.findall(xml, max(0, found.start() - 2_000), found.start())
        raise NotAList("formula", cell=cells[-1].decode() if cells else "?")
