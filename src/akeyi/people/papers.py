"""Plain sheets for a printer: a heading, some lines, and a code to scan; each on a page of its own."""

from pathlib import Path
from typing import TypedDict

from akeyi.people.cards.typesetting import code_svg, typeset


class Sheet(TypedDict):
    """One page. `lines`: (label or "", what it says), in their order; `code`: what its QR code says."""

    heading: str
    lines: list[tuple[str, str]]
    foot: str
    code: str


_TEMPLATE = Path(__file__).with_name("papers.typ")


def sheets(pages: list[Sheet]) -> bytes:
    """A PDF, a page of A5 for each sheet; the same sheets give the same bytes."""
    return typeset(_TEMPLATE, "sheets", [page | {"code": code_svg(page["code"])} for page in pages])
