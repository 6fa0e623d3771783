"""The formats a list can come in: one file each, found by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..lines import Listed
from ..refusals import NotAList
from ..sheet import Sheet


@dataclass(frozen=True)
class Reader:
    """`sniff` judges by content (the first 64 kB); `read` gives sheets of cells, or lines where the format knows them.

    A reader that takes any text says `asked_last`.
    """

    name: str
    sniff: Callable[[bytes, str], bool]
    read: Callable[[bytes], "list[Sheet] | Listed"]
    asked_last: bool = False


HEAD = 65_536
_PRINTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")


@cache
def readers() -> tuple[Reader, ...]:
    """Every module of this folder that declares a READER."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    found = [module.READER for module in modules if isinstance(getattr(module, "READER", None), Reader)]
    return tuple(sorted(found, key=lambda reader: (reader.asked_last, reader.name)))


def reader_for(data: bytes, name: str) -> Reader:
    """The reader of this file, by what is in it: the name of a file proves nothing."""
    head = data[:HEAD]
    for reader in readers():
        if reader.sniff(head, name):
            return reader
    raise NotAList(
        "picture_or_print" if head.lstrip().startswith(_PRINTS) or head[4:12] == b"ftypheic" else "unknown_format"
    )
