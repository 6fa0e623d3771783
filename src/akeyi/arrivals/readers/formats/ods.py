"""Lists in LibreOffice's ODS."""

from ..columns import letters
from ..refusals import NotAList
from ..sheet import Range, Sheet
from . import Reader, workbook
from .archive import Attributes, check_extent, check_xml, names_in, opened, walk

TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def sniff(head: bytes, name: str) -> bool:
    if not head.startswith(b"PK\x03\x04"):
        return False
    return TYPE in head[:400] or "content.xml" in names_in(head)


def read(data: bytes) -> list[Sheet]:
    archive = opened(data)
    if "content.xml" not in archive.namelist():
        raise NotAList("damaged")
    if "META-INF/manifest.xml" in archive.namelist():
        walk(archive, "META-INF/manifest.xml", _refuse_password)
    content = _Content()
    walk(archive, "content.xml", content.start, content.end)
    if not content.is_spreadsheet:
        raise NotAList("unknown_format")
    check_xml(archive, {"content.xml", "META-INF/manifest.xml"})
    return workbook.sheets(data, merged_of=lambda place: content.merged[place])


def _refuse_password(tag: str, attributes: Attributes) -> None:
    if tag == "encryption-data":
        raise NotAList("password")


class _Content:
    """Goes through the cells once: formulas, extent, and the merged ranges, which the reader of values leaves out."""

    def __init__(self) -> None:
        self.is_spreadsheet = False
        self.merged: list[list[Range]] = []
        self.row = self.column = self.row_repeats = 0
        self.rows_with_values = self.widest = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "spreadsheet":
            self.is_spreadsheet = True
        elif tag == "table":
            self.merged.append([])
            self.row = self.rows_with_values = self.widest = 0
        elif tag == "table-row":
            self.column = 0
            self.row_repeats = int(attributes.get("number-rows-repeated", 1))
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell(attributes)
        elif tag in ("script", "event-listener") and attributes.get("href", attributes.get("macro-name", "")):
            raise NotAList("macro")

    def _cell(self, attributes: Attributes) -> None:
        if "formula" in attributes:
            raise NotAList("formula", cell=f"{letters(self.column)}{self.row + 1}")
        repeats = int(attributes.get("number-columns-repeated", 1))
        down, right = int(attributes.get("number-rows-spanned", 1)), int(attributes.get("number-columns-spanned", 1))
        if (down > 1 or right > 1) and self.merged:
            self.merged[-1].append(((self.row, self.column), (self.row + down - 1, self.column + right - 1)))
        self.column += repeats
        if "value-type" in attributes:
            self.widest = max(self.widest, self.column)
            check_extent(self.row + self.row_repeats, self.widest)

    def end(self, tag: str) -> None:
        if tag == "table-row":
            self.row += self.row_repeats


READER = Reader("ods", sniff, read)
