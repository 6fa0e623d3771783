"""Opens the older container of office files (OLE), far enough to see what is in it before it is read."""

import struct
from dataclasses import dataclass

from .refusals import NotAList

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this sector number and all above are marks, not places
_ENTRY = 128
_MINI_SECTOR = 64


@dataclass(frozen=True)
class Entry:
    """One stream (a file) or storage (a folder) of the container."""

    name: str
    is_stream: bool
    start: int
    size: int


class Compound:
    """The directory of an OLE file, and its streams by name; raises NotAList where it is damaged."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise NotAList("damaged")
        self._data = data
        self._sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        directory, self._mini_below, mini_start = struct.unpack_from("<I4xII", data, 48)
        difat_next, difat_count = struct.unpack_from("<II", data, 68)
        places = [place for place in struct.unpack_from("<109I", data, 76) if place < _END]
        for _ in range(min(difat_count, 1_000)):
            block = self._block(difat_next)
            *more, difat_next = struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
            places += [place for place in more if place < _END]
        table = b"".join(self._block(place) for place in places)
        self._next = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        self.entries = self._directory(self._chain(directory))
        self._mini_next: tuple[int, ...] = ()
        mini = self._chain(mini_start) if mini_start < _END else b""
        self._mini_next = struct.unpack(f"<{len(mini) // 4}I", mini[: len(mini) // 4 * 4])
        root = next((entry for entry in self.entries if not entry.is_stream), None)
        self._mini_stream = self._chain(root.start) if root and root.start < _END else b""

    def names(self) -> set[str]:
        return {entry.name for entry in self.entries}

    def stream(self, name: str) -> bytes | None:
        entry = next((one for one in self.entries if one.is_stream and one.name.casefold() == name.casefold()), None)
        if entry is None:
            return None
        if entry.size >= self._mini_below:
            return self._chain(entry.start)[: entry.size]
        parts: list[bytes] = []
        place = entry.start
        while place < len(self._mini_next) and len(parts) <= len(self._mini_next):
            parts.append(self._mini_stream[place * _MINI_SECTOR : (place + 1) * _MINI_SECTOR])
            place = self._mini_next[place]
        return b"".join(parts)[: entry.size]

    def _block(self, place: int) -> bytes:
        start = (place + 1) * self._sector
        return self._data[start : start + self._sector]

    def _chain(self, place: int) -> bytes:
        parts: list[bytes] = []
        while place < len(self._next):
            parts.append(self._block(place))
            place = self._next[place]
            if len(parts) > len(self._next):
                raise NotAList("damaged")  # a ring
        return b"".join(parts)

    def _directory(self, block: bytes) -> list[Entry]:
        entries: list[Entry] = []
        for at in range(0, len(block) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", block, at + 64)
            if kind not in (1, 2, 5) or not 2 <= length <= 64:
                continue
            name = block[at : at + length - 2].decode("utf-16-le", errors="replace")
            start, size = struct.unpack_from("<II", block, at + 116)
            entries.append(Entry(name, kind == 2, start, size))
        return entries
