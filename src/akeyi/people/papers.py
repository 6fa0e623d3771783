"""Plain sheets for a printer: a heading, some lines, and a code to scan; each on a page of its own."""

import io
import json
from pathlib import Path
from typing import TypedDict

import segno
import typst


class Sheet(TypedDict):
    """One page. `lines`: (label or "", what it says), in their order; `code`: what its QR code says."""

    heading: str
    lines: list[tuple[str, str]]
    foot: str
    code: str


_HERE = Path(__file__).parent


def sheets(pages: list[Sheet]) -> bytes:
    """A PDF, a page of A5 for each sheet; the same sheets give the same bytes."""
    drawn = [page | {"code": _code(page["code"])} for page in pages]
    document = typst.compile(
        str(_HERE / "papers.typ"),
        root=str(_HERE),
        font_paths=[str(_HERE / "cards" / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"sheets": json.dumps(drawn)},
    )
    assert isinstance(document, bytes)
    return document


def _code(text: str) -> str:
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()
