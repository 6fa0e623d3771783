"""OpenDocument spreadsheets (.ods): checked part by part before any cell is read."""

import re

from ..grid import sheets_of
from ..refusals import NotAList
from ..sheet import Sheet
from ..zipped import is_zip, names, opened, xml_parts

NAME = "ods"
PLACE = 30

_FORMULA = re.compile(rb"<table:(?:covered-)?table-cell\b[^>]*\btable:formula\s*=")
_PROGRAM = re.compile(r"^(Scripts/.*[^/]|Basic/[^/]+/(?!script-l[bc]\.xml$)[^/]+|Object [^/]*/.*)$")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def sniff(data: bytes, name: str) -> bool:
    return is_zip(data) and "content.xml" in names(data) and _SPREADSHEET in data[:2_000] + data[-200_000:]


def read(data: bytes) -> list[Sheet]:
    with opened(data) as archive:
        if any(_PROGRAM.match(part) and not part.startswith("Object ") for part in archive.namelist()):
            raise NotAList("macro")
        parts = dict(xml_parts(archive))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise NotAList("password")
    if b"<script:event-listener" in parts.get("content.xml", b""):
        raise NotAList("macro")
    if found := _FORMULA.search(parts.get("content.xml", b"")):
        # An ods names no cells: the row is counted, which is enough to find it.
        row = parts["content.xml"].count(b"<table:table-row", 0, found.start())
        raise NotAList("formula", cell=f"· {row}")
    return sheets_of(data)
