"""A number that was misread, mistyped or misheard is never taken for another card's."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akeyi.people.cards.numbers import (
    CardNumberProblem,
    NothingTyped,
    NotOnlyDigits,
    TooFewDigits,
    TooManyDigits,
    WrongCheckDigit,
    check,
    check_digit,
    spoken,
    typed,
)

payloads = st.from_regex(r"[0-9]{7}", fullmatch=True)
numbers = payloads.map(lambda payload: payload + check_digit(payload))


def test_the_published_example_of_the_check_digit():
    assert check_digit("572") == "4"


@given(numbers)
def test_every_single_wrong_digit_is_caught(number):
    for place, wrong in product(range(8), "0123456789"):
        if number[place] != wrong:
            assert not check(number[:place] + wrong + number[place + 1 :])


@given(numbers)
def test_every_swap_of_neighbours_is_caught(number):
    for place in range(7):
        if number[place] != number[place + 1]:
            assert not check(number[:place] + number[place + 1] + number[place] + number[place + 2 :])


def test_no_number_at_all_slips_through():
    """Exhaustive: the state before any two neighbours is one of ten, and what follows keeps different states apart."""
    start = {int(check_digit(payload)): payload for payload in map(str, range(1000))}
    assert sorted(start) == list(range(10))

    def after(state: int, digits: str) -> str:
        return check_digit(start[state] + digits)

    digits = "0123456789"
    for state in range(10):
        assert {after(state, digit) for digit in digits} == set(digits)  # one wrong digit shows at once
        for first, second in product(digits, digits):
            if first != second:
                assert after(state, first + second) != after(state, second + first)  # a swap shows at once
    for digit in digits:
        assert {after(state, digit) for state in range(10)} == set(digits)  # and what shows never hides again


def test_a_number_is_read_aloud_in_two_groups():
    assert spoken("41829375") == "4182 9375"


@given(numbers)
def test_what_is_shown_can_be_typed_back(number):
    assert typed(spoken(number)) == number


@pytest.mark.parametrize("shape", ["{} {}", " {}{} ", "{}-{}", "{}.{}", "{}\u00a0{}", "{}\u2013{}", "{}\t{}\n"])
def test_people_may_type_spaces_dashes_and_dots(shape):
    number = "4182937" + check_digit("4182937")
    assert typed(shape.format(number[:4], number[4:])) == number


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NothingTyped),
        ("  - ", NothingTyped),
        ("4182 937", TooFewDigits),
        ("4182 9375 1", TooManyDigits),
        ("4182 93S5", NotOnlyDigits),
        ("+4182937", NotOnlyDigits),
        ("٤١٨٢٩٣٧٥", NotOnlyDigits),
        ("4182 9370", WrongCheckDigit),
    ],
)
def test_each_way_of_going_wrong_has_its_own_name(text, problem):
    assert check_digit("4182937") != "0"
    with pytest.raises(problem):
        typed(text)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_number_or_a_named_problem(text):
    try:
        assert check(typed(text))
    except CardNumberProblem as problem:
        assert problem.name.startswith("card_number_")
