"""Reads the translated texts (locale/*/LC_MESSAGES/*.po) and makes of them what Django reads; nobody has to compile.

Settings ask for it, so it imports nothing of Django.
"""

import ast
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "locale"
PLURALS = {
    "ht": "nplurals=2; plural=(n > 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
}
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {plurals}\n"


@dataclass(frozen=True)
class Message:
    """One text and its translations; `strings` has two where the text has a plural."""

    id: str
    plural: str | None
    strings: tuple[str, ...]
    file: str
    line: int


class NotACatalogue(Exception):
    """A line of a .po file that cannot be read."""


def messages(language: str, source: Path = SOURCE) -> Iterator[Message]:
    """Every text of a language, file by file."""
    for file in sorted((source / language / "LC_MESSAGES").glob("*.po")):
        yield from _read(file)


def _read(file: Path) -> Iterator[Message]:
    parts: dict[str, str] = {}
    key, began = "", 0
    for number, raw in enumerate([*file.read_text(encoding="utf-8").splitlines(), ""], 1):
        line = raw.strip()
        if line.startswith("#"):
            continue
        name, _, text = line.partition(" ")
        if not line or (name == "msgid" and parts):
            if parts.get("msgid"):
                strings = tuple(text for key, text in sorted(parts.items()) if key.startswith("msgstr"))
                yield Message(parts["msgid"], parts.get("msgid_plural"), strings, file.name, began)
            parts = {}
        if not line:
            continue
        if name.startswith("msg"):
            key, began = name, began if parts else number
            parts[key] = ""
        else:
            text = line
        try:
            parts[key] += ast.literal_eval(text)
        except (SyntaxError, ValueError, KeyError, TypeError):
            raise NotACatalogue(f"{file.name} line {number}") from None


def compiled(place: Path, source: Path = SOURCE) -> Path:
    """A folder under `place` with the texts in the binary form that gettext reads, made again where a text changed."""
    for language, plurals in PLURALS.items():
        files = sorted((source / language / "LC_MESSAGES").glob("*.po"))
        made = place / language / "LC_MESSAGES" / "django.mo"
        newest = max((file.stat().st_mtime for file in [*files, Path(__file__)]), default=0)
        if made.exists() and made.stat().st_mtime > newest:
            continue
        pairs = {"": HEADER.format(plurals=plurals)}
        for message in messages(language, source):
            key = message.id if message.plural is None else f"{message.id}\0{message.plural}"
            if all(message.strings):
                pairs[key] = "\0".join(message.strings)
        made.parent.mkdir(parents=True, exist_ok=True)
        # Several processes may start at once: each writes its own, the last name wins.
        written = made.with_suffix(f".{os.getpid()}")
        written.write_bytes(_binary(pairs))
        written.replace(made)
    return place


def _binary(pairs: dict[str, str]) -> bytes:
    """GNU's .mo format: a table of ids in order, a table of translations, then the texts."""
    encoded = sorted((id.encode(), text.encode()) for id, text in pairs.items())
    count, start = len(encoded), 28 + 16 * len(encoded)
    ids, texts, blob = b"", b"", b""
    for id, _ in encoded:
        ids += struct.pack("<2I", len(id), start + len(blob))
        blob += id + b"\0"
    for _, text in encoded:
        texts += struct.pack("<2I", len(text), start + len(blob))
        blob += text + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0) + ids + texts + blob
