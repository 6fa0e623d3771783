"""How a form travels in a fact: a form in four languages says everything four times and shrinks to a tenth."""

import base64
import gzip
import zlib

# What a fact may hold; the rest of its body needs some of it.
MOST = 15_000
UNPACKED_AT_MOST = 2_000_000


def pack(text: str) -> str:
    """The same text makes the same letters at every server."""
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def unpack(packed: str) -> str:
    """The text again. Whoever may publish is trusted, a form that fills the memory all the same is not."""
    inflate = zlib.decompressobj(wbits=31)
    return inflate.decompress(base64.b64decode(packed), UNPACKED_AT_MOST).decode(errors="replace")
