"""Older Excel workbooks (.xls): checked record by record before any cell is read."""

import struct
from collections.abc import Iterator

from ..compound import SIGNATURE, Compound
from ..grid import letters, sheets_of
from ..refusals import NotAList
from ..sheet import Sheet

NAME = "xls"
PLACE = 10

_LOCKED = 0x002F
_COUNTS_FROM_1904 = 0x0022
_SHEET = 0x0085
_FORMULAS = {0x0006, 0x0206, 0x0406, 0x0221, 0x04BC}
_PROGRAM_SHEETS = {1, 6}
_PROGRAM_NAMES = {"_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"}


def sniff(data: bytes, name: str) -> bool:
    # Word and other programs use the same container: read() says so where it is one of them.
    return data.startswith(SIGNATURE)


def read(data: bytes) -> list[Sheet]:
    try:
        container = Compound(data)
        names = container.names()
        # An .xlsx with a password comes in this container too.
        if "EncryptedPackage" in names or "EncryptionInfo" in names:
            raise NotAList("password")
        book = container.stream("Workbook") or container.stream("Book")
    except struct.error as error:
        raise NotAList("damaged") from error
    if book is None:
        raise NotAList("unknown_format")
    if names & _PROGRAM_NAMES:
        raise NotAList("macro")
    counts_from_1904 = False
    for kind, record in _records(book):
        if kind == _LOCKED:
            raise NotAList("password")
        if kind == _SHEET and len(record) > 5 and record[5] in _PROGRAM_SHEETS:
            raise NotAList("macro")
        if kind in _FORMULAS and len(record) >= 4:
            row, column = struct.unpack_from("<HH", record)
            raise NotAList("formula", cell=f"{letters(column if kind in (0x0006, 0x0206, 0x0406) else 0)}{row + 1}")
        if kind == _COUNTS_FROM_1904 and len(record) >= 2:
            counts_from_1904 = record[0] == 1
    return sheets_of(data, counts_from_1904)


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length
