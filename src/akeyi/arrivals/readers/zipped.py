"""Looks into a zipped office file before it is read: too large, locked, a program in it, or pulling in other things."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from .limits import LARGEST_PART, LARGEST_UNPACKED, MOST_PARTS, MOST_SHRUNK, SHRUNK_FROM
from .refusals import NotAList

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_XML = (".xml", ".rels", ".vml", ".rdf")
_CHUNK = 1024 * 1024


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def names(data: bytes) -> set[str]:
    """The names of the parts; nothing is unpacked. Empty where the archive cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return set()


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, after its declared sizes were looked at; raises NotAList."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotAList("damaged") from error
    if any(part.flag_bits & 0x1 for part in parts):
        raise NotAList("password")
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or total > LARGEST_UNPACKED or any(part.file_size > LARGEST_PART for part in parts):
        raise NotAList("zip_bomb")
    if total > SHRUNK_FROM and total > MOST_SHRUNK * max(packed, 1):
        raise NotAList("zip_bomb")
    if len({part.filename for part in parts}) != len(parts):
        # Two parts of one name: what we check need not be what is read.
        raise NotAList("damaged")
    return archive


def xml_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every XML part as UTF-8. Unpacking a part that declares less than it holds fails here, at its checksum."""
    for part in archive.infolist():
        if not part.filename.lower().endswith(_XML):
            continue
        try:
            text = archive.read(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise NotAList("damaged") from error
        text = _as_utf8(text)
        if _DECLARATION.search(text):
            raise NotAList("xml_entity")
        yield part.filename, text


def _as_utf8(text: bytes) -> bytes:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if text.startswith(mark):
            return text.decode(encoding, errors="replace").encode()
    return text
