"""Sheets of workers' badges for a printer: a name to read from afar and a code to scan."""

import io
import json
from pathlib import Path
from typing import TypedDict

import segno
import typst


class Printed(TypedDict):
    """One badge: its large name, the lines under it, and what its code says."""

    name: str
    lines: list[str]
    code: str


_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"


def badge_sheet(badges: list[Printed]) -> bytes:
    """A PDF, ten badges to a page of A4."""
    drawn = [badge | {"code": _code(badge["code"])} for badge in badges]
    document = typst.compile(
        str(_HERE / "badges.typ"),
        root=str(_HERE),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"badges": json.dumps(drawn)},
    )
    assert isinstance(document, bytes)
    return document


def _code(text: str) -> str:
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()
