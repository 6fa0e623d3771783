"""Lists in the XLS of older Excels: checked record by record before the values are read."""

from ..refusals import NotAList
from ..sheet import Sheet
from . import Reader, workbook
from .compound import SIGNATURE, Compound

_FORMULA, _PASSWORD, _BEGIN = 0x0006, 0x002F, 0x0809
_OTHER_FORMULAS = {0x0221, 0x04BC, 0x0021}  # arrays and shared formulas
_MACRO_SHEET = 0x0040
_DATES_FROM_1904 = 0x0022


def sniff(head: bytes, name: str) -> bool:
    return head.startswith(SIGNATURE)


def read(data: bytes) -> list[Sheet]:
    compound = Compound(data)
    names = {name.casefold() for name in compound.names}
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise NotAList("password")
    book = next((name for name in compound.names if name.casefold() in ("workbook", "book")), None)
    if book is None:
        raise NotAList("unknown_format")
    counts_from_1904 = _check_records(compound.stream(book))
    if names & {"_vba_project_cur", "_vba_project", "vba", "macros"}:
        raise NotAList("macro")
    return workbook.sheets(data, counts_from_1904)


def _check_records(stream: bytes) -> bool:
    """Refuses passwords, macro sheets and formulas; the answer: whether days count from 1904."""
    at, counts_from_1904 = 0, False
    while at + 4 <= len(stream):
        kind = int.from_bytes(stream[at : at + 2], "little")
        length = int.from_bytes(stream[at + 2 : at + 4], "little")
        body = stream[at + 4 : at + 4 + length]
        if kind == _PASSWORD:
            raise NotAList("password")
        if kind == _FORMULA or kind in _OTHER_FORMULAS:
            row, column = int.from_bytes(body[:2], "little"), int.from_bytes(body[2:4], "little")
            raise NotAList("formula", cell=f"{_letter(column)}{row + 1}")
        if kind == _BEGIN and int.from_bytes(body[2:4], "little") == _MACRO_SHEET:
            raise NotAList("macro")
        if kind == _DATES_FROM_1904:
            counts_from_1904 = body[:2] == b"\x01\x00"
        at += 4 + length
    return counts_from_1904


def _letter(column: int) -> str:
    return (
        chr(65 + column) if column < 26 else f"{chr(64 + column // 26)}{chr(65 + column % 26)}" if column < 702 else "?"
    )


READER = Reader("xls", sniff, read)
