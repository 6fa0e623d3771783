"""One page with a few large lines and a small foot, for what is handed over on paper in fixed words."""

import json
from pathlib import Path

import typst

_HERE = Path(__file__).parent


def letter(head: str, lines: list[str], foot: list[str], language: str) -> bytes:
    """A PDF of one page of A4."""
    document = typst.compile(
        str(_HERE / "letter.typ"),
        root=str(_HERE),
        font_paths=[str(_HERE / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"letter": json.dumps({"head": head, "lines": lines, "foot": foot, "language": language})},
    )
    assert isinstance(document, bytes)
    return document
