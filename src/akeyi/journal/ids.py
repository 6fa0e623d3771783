"""Ids of facts: made where something was said, sortable by time, never made twice (UUIDv7, RFC 9562)."""

import os
import time
from collections.abc import Callable


def uuid7(now_ms: int, random_bytes: bytes) -> str:
    """A UUIDv7 from `now_ms` (ms since 1970) and 10 random bytes, as lower-case text with dashes."""
    number = (now_ms & 0xFFFFFFFFFFFF) << 80 | int.from_bytes(random_bytes, "big")
    number = number & ~(0xF << 76) | 7 << 76
    number = number & ~(0x3 << 62) | 2 << 62
    return dashed(f"{number:032x}")


def new_id(now_ms: Callable[[], int] | None = None) -> str:
    """A fresh id of this moment."""
    return uuid7(now_ms() if now_ms else time.time_ns() // 1_000_000, os.urandom(10))


def dashed(hex32: str) -> str:
    """32 hex digits as a UUID's text."""
    return f"{hex32[:8]}-{hex32[8:12]}-{hex32[12:16]}-{hex32[16:20]}-{hex32[20:]}"


def id_bytes(text: str) -> bytes:
    """The 16 bytes of a UUID's text."""
    return bytes.fromhex(text.replace("-", ""))
