"""Cards that replace cards, ages, households: decisions without a table."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from akeyi.people.rules import age_on, household, is_child, resolve


def test_a_card_nobody_replaced_stands_for_itself():
    assert resolve("a", {}) == "a"


def test_a_chain_of_replacements_leads_to_the_first_reception():
    assert resolve("c", {"b": {"a"}, "c": {"b"}}) == "a"


@given(some.permutations("abcdef"), some.integers(2, 6))
def test_a_circle_ends_at_the_same_card_from_wherever_it_is_entered(order, length):
    circle = order[:length]
    replaced = {one: {circle[place - 1]} for place, one in enumerate(circle)}
    assert {resolve(one, replaced) for one in circle} == {min(circle)}


def test_a_birthday_counts_on_its_day():
    born = date(2003, 9, 19)
    assert age_on(date(2021, 9, 18), born, None) == 17
    assert age_on(date(2021, 9, 19), born, None) == 18


def test_an_age_in_years_outweighs_how_somebody_looked():
    assert is_child(17, "adult")
    assert not is_child(18, "child")
    assert is_child(None, "baby")
    assert not is_child(None, None)


def test_nobody_appears_or_vanishes_when_a_household_is_split():
    moves = [(None, "t", {"woman": 2, "girl": 3}), ("t", "u", {"girl": 2}), ("t", "r", {"woman": 1})]
    people = [household(moves, one) for one in ("t", "u", "r")]
    assert people == [{"woman": 1, "girl": 1}, {"girl": 2}, {"woman": 1}]
