"""Pages for a printer, and the codes on them: set the same on every computer, with the letters that lie here."""

import io
import json
from pathlib import Path
from typing import Any

import segno
import typst

_FONTS = Path(__file__).parent / "fonts"


def typeset(template: Path, name: str, said: Any, pdf_tags: bool = True) -> bytes:
    """A PDF from a template that knows what is `said` by `name`. `pdf_tags`: whether there is something to read out."""
    document = typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={name: json.dumps(said)},
        pdf_tags=pdf_tags,
    )
    assert isinstance(document, bytes)
    return document


def code_svg(text: str) -> str:
    """A QR code as SVG, with the quiet edge that cameras need."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()
