"""What a camera or a keyboard gives is understood as a card, or refused by name."""

import pytest

from akeyi.people.cards.numbers import WrongCheckDigit, check_digit
from akeyi.people.cards.texts import CardText, NotACardCode, back_text, front_text, read

NUMBER = "4182937" + check_digit("4182937")


def test_the_front_is_read():
    assert read(front_text(NUMBER, "ABCDEFG7")) == CardText(NUMBER, front=True, token="ABCDEFG7")


def test_the_back_is_read_and_known_as_the_back():
    assert read(back_text(NUMBER, "ABCDEFG7")) == CardText(NUMBER, front=False, token="ABCDEFG7")


def test_a_typed_number_has_no_side():
    assert read(f" {NUMBER[:4]} {NUMBER[4:]}") == CardText(NUMBER, front=None, token=None)


def test_a_hand_scanner_may_add_a_line_end_or_type_small_letters():
    assert read(front_text(NUMBER, "ABCDEFG7").lower() + "\r\n").token == "ABCDEFG7"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "A2:{}:ABCDEFG7",
        "A1:{}:ABCDEFG",
        "A1:{}:ABCDEFG1",
        "A1:{}",
        "A1:{}:ABCDEFG7:",
        "WIFI:S:x;;",
    ],
)
def test_a_code_of_something_else_is_no_card(text):
    with pytest.raises(NotACardCode):
        read(text.format(NUMBER))


def test_a_code_with_a_number_that_does_not_prove_itself_is_refused():
    wrong = NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10)
    with pytest.raises(WrongCheckDigit):
        read(front_text(wrong, "ABCDEFG7"))
