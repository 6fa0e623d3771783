"""A QR code as one path, to stand inside a page that loads nothing from elsewhere."""

from dataclasses import dataclass

import segno

QUIET = 4  # empty modules around it, without which cameras do not find it


@dataclass(frozen=True)
class Drawn:
    """`path` is the `d` of an SVG path in a square of `size` units."""

    size: int
    path: str


def draw(text: str) -> Drawn:
    """The code that says `text`."""
    code = segno.make_qr(text, error="m")
    runs = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            length = 1
            while x + length < len(row) and row[x + length]:
                length += 1
            runs.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length
    return Drawn(len(code.matrix) + 2 * QUIET, "".join(runs))
