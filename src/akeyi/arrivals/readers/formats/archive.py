"""Looks into an archive of XML (XLSX, ODS) before anything is unpacked, and for what may not be in it."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from ..limits import (
    LARGEST_PART,
    LARGEST_UNPACKED,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_PARTS,
    MOST_ROWS,
    MOST_SHRUNK,
    SHRUNK_FROM,
)
from ..refusals import NotAList

PIECE = 65_536
Attributes = dict[str, str]
_BROKEN = (
    *(expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError),
    # An encoding that nobody knows is a LookupError, a part that is not there a KeyError.
    *(RuntimeError, LookupError),
)


def names_in(head_or_data: bytes) -> list[str]:
    """The names of an archive's parts, as the first bytes of each part give them: works on the beginning of a file."""
    names, at = [], 0
    while (at := head_or_data.find(b"PK\x03\x04", at)) >= 0:
        length = int.from_bytes(head_or_data[at + 26 : at + 28], "little")
        names.append(head_or_data[at + 30 : at + 30 + length].decode("utf-8", "replace"))
        at += 30
    return names


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, if what it declares is of a size that a list can have."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as cause:
        raise NotAList("damaged") from cause
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise NotAList("zip_bomb")
    for part in parts:
        if part.flag_bits & 1:
            raise NotAList("password")
        shrunk = part.file_size / max(part.compress_size, 1)
        if part.file_size > LARGEST_PART or (part.file_size > SHRUNK_FROM and shrunk > MOST_SHRUNK):
            raise NotAList("zip_bomb")
        if re.search(
            r"vbaProject\.bin$|^Basic/.+/.+\.xml$|^Scripts/.+|macrosheets?/", part.filename, re.I
        ) and not re.search(r"script-l[bc]\.xml$", part.filename):
            raise NotAList("macro")
    return archive


def walk(
    archive: zipfile.ZipFile,
    name: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Goes through one XML part without building it; a document type, so any entity, is refused where it stands."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> int:
        raise NotAList("xml_entity")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(
        _local(tag), {_local(key): value for key, value in attributes.items()}
    )
    if end:
        parser.EndElementHandler = lambda tag: end(_local(tag))
    if text:
        parser.CharacterDataHandler = text
    read = 0
    try:
        with archive.open(name) as part:
            while piece := part.read(PIECE):
                read += len(piece)
                if read > LARGEST_PART:
                    raise NotAList("zip_bomb")
                parser.Parse(piece)
            parser.Parse(b"", True)
    except _BROKEN as cause:
        raise NotAList("damaged") from cause


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def check_xml(archive: zipfile.ZipFile, already: set[str]) -> None:
    """Every other XML part: no document type in any of them."""
    for part in archive.infolist():
        if part.filename not in already and re.search(r"\.(xml|rels|rdf|vml)$", part.filename, re.I):
            walk(archive, part.filename, lambda tag, attributes: None)


def check_extent(row: int, column: int) -> None:
    """A single cell far out makes a huge sheet: refused before anybody lays it out in memory."""
    if row > MOST_ROWS:
        raise NotAList("too_many_lines", most=MOST_LINES)
    if column > 16_384 or (row + 1) * (column + 1) > MOST_CELLS:
        raise NotAList("zip_bomb" if column > MOST_COLUMNS else "too_many_lines", most=MOST_LINES)
