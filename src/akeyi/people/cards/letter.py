"""One page with a few large lines and a small foot, for what is handed over on paper in fixed words."""

from pathlib import Path

from akeyi.people.cards.typesetting import typeset

_TEMPLATE = Path(__file__).with_name("letter.typ")


def letter(head: str, lines: list[str], foot: list[str], language: str) -> bytes:
    """A PDF of one page of A4."""
    return typeset(_TEMPLATE, "letter", {"head": head, "lines": lines, "foot": foot, "language": language})
