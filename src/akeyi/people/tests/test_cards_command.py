"""Printing a series leaves one file that only its owner can read, and one line that says what to do."""

import stat

import pytest

from akeyi.people.cards.command import print_cards
from akeyi.people.cards.print import card_sheet
from akeyi.people.cards.series import Series

SERIES = Series("PAP-7", "418", bytes(range(32)), count=12, roll_size=12)


@pytest.mark.parametrize("layout", ["cards", "wristbands"])
def test_the_sheets_are_in_the_file(tmp_path, layout):
    out = tmp_path / "sheets of today.pdf"
    said = print_cards(SERIES, out, layout)
    assert out.read_bytes() == card_sheet(SERIES, layout=layout)
    assert list(tmp_path.iterdir()) == [out]
    assert said.startswith(f"{out}: 12 {layout} of PAP-7 in 1 roll of 12.")
    assert "\n" not in said


def test_nobody_else_on_the_computer_can_read_the_codes(tmp_path):
    out = tmp_path / "cards.pdf"
    print_cards(SERIES, out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_line_holds_no_secret_and_no_number(tmp_path):
    said = print_cards(SERIES, tmp_path / "cards.pdf")
    assert not any(number in said or SERIES.token(k) in said for k, number in enumerate(SERIES.draw()))
