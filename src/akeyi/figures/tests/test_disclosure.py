"""From bands nobody learns a small number: not from one, and not from several held together."""

from hypothesis import given
from hypothesis import strategies as st

from akeyi.figures.disclosure import WIDTH, band, bands

PEOPLE = st.integers(0, 400)


@given(PEOPLE)
def test_a_number_is_in_its_band_and_all_ten_of_it_say_the_same(number):
    least, most = band(number)
    assert least <= number <= most
    assert {band(one) for one in range(least, most + 1)} == {(least, most)}
    assert most - least + 1 == WIDTH


def test_what_nobody_said_stays_unsaid_and_nothing_is_said_of_none():
    assert bands({"expected": None, "left": 0, "inside": 9}) == {"expected": None, "left": (0, 9), "inside": (0, 9)}


@given(PEOPLE, PEOPLE)
def test_who_is_inside_is_not_found_by_taking_those_who_left_from_those_counted(counted, left):
    left = min(left, counted)
    shown = bands({"counted": counted, "left": left, "inside": counted - left})
    possible = {
        one - other
        for one in numbers_of(shown["counted"])
        for other in numbers_of(shown["left"])
        if band(one - other) == shown["inside"] and one >= other
    }
    assert counted - left in possible
    assert len(possible) >= WIDTH - 1


@given(PEOPLE, PEOPLE)
def test_nor_is_who_refused_to_register(counted, registered):
    registered = min(registered, counted)
    most = {one - other for one in numbers_of(band(counted)) for other in numbers_of(band(registered)) if one >= other}
    assert len(most) >= WIDTH


def numbers_of(shown):
    return range(shown[0], shown[1] + 1)
