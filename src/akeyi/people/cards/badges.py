"""Sheets of workers' badges for a printer: a name to read from afar and a code to scan."""

from pathlib import Path
from typing import TypedDict

from akeyi.people.cards.typesetting import code_svg, typeset


class Printed(TypedDict):
    """One badge: its large name, the lines under it, and what its code says."""

    name: str
    lines: list[str]
    code: str


_TEMPLATE = Path(__file__).with_name("badges.typ")


def badge_sheet(badges: list[Printed]) -> bytes:
    """A PDF, ten badges to a page of A4."""
    return typeset(_TEMPLATE, "badges", [badge | {"code": code_svg(badge["code"])} for badge in badges])
