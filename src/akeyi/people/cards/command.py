"""Printing a series: the sheets go into one file, and one line says what to do with it."""

from pathlib import Path

from akeyi.people.cards.print import Layout, card_sheet
from akeyi.people.cards.series import Series

_HOW: dict[Layout, str] = {
    "cards": "Print on both sides, turned on the long edge, at full size.",
    "wristbands": "Print on one side, at full size.",
}


def print_cards(series: Series, out: Path, layout: Layout = "cards") -> str:
    """Writes the sheets of a whole series to `out` and returns the closing line of the command."""
    pdf = card_sheet(series, layout=layout)
    # Whoever reads the file can make the cards again: it is nobody else's from its first byte on.
    part = out.with_name(out.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    part.write_bytes(pdf)
    part.replace(out)
    rolls = len(series.rolls)
    in_rolls = f"{rolls} roll{'' if rolls == 1 else 's'} of {series.roll_size}"
    return f"{out}: {series.count} {layout} of {series.name} in {in_rolls}. {_HOW[layout]} Delete the file afterwards."
