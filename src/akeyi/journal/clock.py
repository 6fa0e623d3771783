"""A clock that orders what was said even where tablets' clocks are wrong (hybrid logical clock, Kulkarni et al. 2014).

A reading is 16 hex digits: 48 bits of unix milliseconds, 16 bits of counter. Readings compare as text.
"""

from collections.abc import Iterable

AHEAD_AT_MOST_MS = 5 * 60 * 1000
ZERO = "0" * 16


def reading(ms: int, counter: int = 0) -> str:
    """A clock reading from milliseconds and counter."""
    return f"{ms << 16 | counter:016x}"


def tick(last: str, now_ms: int) -> str:
    """The next reading of a clock that last read `last`, at physical time `now_ms`: always later than `last`."""
    return f"{max(int(last, 16) + 1, now_ms << 16):016x}"


def furthest(now_ms: int) -> str:
    """The furthest reading that is still adopted: one more than 5 minutes ahead of our own time is not."""
    return reading(now_ms + AHEAD_AT_MOST_MS, 0xFFFF)


def hear(last: str, heard: Iterable[str], now_ms: int) -> str:
    """`last` after hearing others' readings."""
    limit = furthest(now_ms)
    return max([last, *(one for one in heard if one <= limit)])
