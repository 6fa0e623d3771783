"""Sheets of cards or wristband labels for a printer: a number to read aloud and a code to scan, and nothing else."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import segno

from akeyi.people.cards import slip
from akeyi.people.cards.numbers import spoken
from akeyi.people.cards.series import Series
from akeyi.people.cards.texts import back_text, front_text
from akeyi.people.cards.typesetting import typeset

Layout = Literal["cards", "wristbands"]
LAYOUTS: tuple[Layout, ...] = ("cards", "wristbands")

# How many stand on a sheet, across and down; sheet.typ holds their sizes.
ACROSS = 2
DOWN: dict[Layout, int] = {"cards": 5, "wristbands": 7}

_TEMPLATE = Path(__file__).with_name("sheet.typ")

# One mask for all codes: a reader is told which it is, and weighing all eight takes seven times as long.
_MASK = 3


def card_sheet(series: Series, rolls: Iterable[int] | None = None, layout: Layout = "cards") -> bytes:
    """A PDF of the series' rolls (all by default), in their order; the same series gives the same bytes.

    Each roll begins with a slip for the team. Cards have front sheets, each followed by its backs, mirrored for
    printing on both sides (turned on the long edge); a wristband label holds both codes on one side.
    """
    pages: list[dict[str, Any]] = []
    for roll in series.rolls if rolls is None else rolls:
        pages += _roll(series, roll, layout)
    # Numbers and codes on paper: nothing to read out.
    return typeset(_TEMPLATE, "sheets", {"layout": layout, "pages": pages}, pdf_tags=False)


def _roll(series: Series, roll: int, layout: Layout) -> list[dict[str, Any]]:
    cards = [_card(series, index) for index in series.cards_of_roll(roll)]
    a_sheet = ACROSS * DOWN[layout]
    sheets = [cards[start : start + a_sheet] for start in range(0, len(cards), a_sheet)]
    pages: list[dict[str, Any]] = [_slip(series, roll, cards)]
    if layout == "cards":
        pages.append({"kind": "blank"})  # the back of the slip, so that fronts stay fronts in the printer
    for at, sheet in enumerate(sheets, start=1):
        mark = f"{roll + 1} · {at}/{len(sheets)}"
        if layout == "wristbands":
            pages.append({"kind": "bands", "cards": sheet, "mark": mark})
        else:
            pages.append({"kind": "fronts", "cards": sheet, "mark": mark})
            pages.append({"kind": "backs", "cards": sheet, "mark": mark})
    return pages


def _card(series: Series, index: int) -> dict[str, Any]:
    number = series.draw()[index]
    return {
        "groups": spoken(number).split(" "),
        "front": _code(front_text(number, series.token(index))),
        "back": _code(back_text(number, series.back_token(index))),
    }


def _slip(series: Series, roll: int, cards: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": "slip",
        "team": slip.together(slip.TEAM),
        "roll_word": slip.together(slip.ROLL),
        "roll": str(roll + 1),  # people count from one
        "of": str(len(series.rolls)),
        "cards_word": slip.together(slip.CARDS),
        "count": str(len(cards)),
        "ends_word": slip.together(slip.FIRST_AND_LAST),
        "first": cards[0]["groups"],
        "last": cards[-1]["groups"],
        "front": cards[0]["front"],
        "sentences": slip.sentences(),
    }


def _code(text: str) -> str:
    """A QR code as SVG. Both sides are of one size, with as much of it for repair as the text leaves room for."""
    drawn = io.BytesIO()
    code = segno.make_qr(text, version=2, error="q", boost_error=True, mask=_MASK)
    code.save(drawn, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None, nl=False)
    return drawn.getvalue().decode()
