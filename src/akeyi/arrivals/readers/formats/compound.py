"""Opens the compound file that older Office programs wrote: which streams it has, and the bytes of one."""

from ..refusals import NotAList

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
_ENTRY = 128


class Compound:
    """Only what is needed to look before reading: the directory, and streams by name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) < 1024:
            raise NotAList("damaged")
        self._size = 1 << min(self._number(30, 2), 12)
        self._small_size = 1 << min(self._number(32, 2), 12)
        self._small_below = self._number(56, 4)
        if self._size < 128 or self._small_size < 16:
            raise NotAList("damaged")
        self._next = self._table_of_sectors()
        self._entries = self._directory(self._chain(self._number(48, 4)))
        self._small_next: list[int] | None = None

    @property
    def names(self) -> list[str]:
        return [name for name, _, _, _ in self._entries]

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; small ones lie together in the root's own stream."""
        _, _, first, length = next(entry for entry in self._entries if entry[0] == name)
        if length >= self._small_below:
            return self._chain(first)[:length]
        root = next((entry for entry in self._entries if entry[1] == 5), None)
        if root is None:
            raise NotAList("damaged")
        small = self._chain(root[2])
        if self._small_next is None:
            self._small_next = self._numbers(self._chain(self._number(60, 4)))
        pieces, at, steps = [], first, 0
        while at < len(self._small_next) and steps <= len(self._small_next):
            pieces.append(small[at * self._small_size : (at + 1) * self._small_size])
            at, steps = self._small_next[at], steps + 1
        return b"".join(pieces)[:length]

    def _number(self, at: int, length: int) -> int:
        return int.from_bytes(self._data[at : at + length], "little")

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data) - 3, 4)]

    def _table_of_sectors(self) -> list[int]:
        listed = self._numbers(self._data[76:512])
        more, steps = self._number(68, 4), 0
        while more < _END and steps < 10_000:
            numbers = self._numbers(self._sector(more))
            if not numbers:
                break
            listed += numbers[:-1]
            more, steps = numbers[-1], steps + 1
        most = len(self._data) // self._size + 1
        return self._numbers(b"".join(self._sector(number) for number in listed[:most] if number < _END))

    def _chain(self, first: int) -> bytes:
        pieces, at = [], first
        # A chain that bites its own tail is longer than the file.
        for _ in range(len(self._data) // self._size + 1):
            if at >= _END or at >= len(self._next):
                break
            pieces.append(self._sector(at))
            at = self._next[at]
        return b"".join(pieces)

    @staticmethod
    def _directory(data: bytes) -> list[tuple[str, int, int, int]]:
        """Name, kind, first sector and length of every entry."""
        found = []
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            entry = data[at : at + _ENTRY]
            length, kind = int.from_bytes(entry[64:66], "little"), entry[66]
            if kind:
                name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
                found.append(
                    (name, kind, int.from_bytes(entry[116:120], "little"), int.from_bytes(entry[120:124], "little"))
                )
        return found
