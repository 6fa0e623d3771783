"""A series gives every card a number nobody can guess, and every tablet the same answer about it."""

from uuid import RFC_4122

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akeyi.people.cards.numbers import check
from akeyi.people.cards.series import Series, SeriesProblem, secret_as_text, secret_from_text

SECRET = bytes(range(32))
PAP_7 = Series("PAP-7", "418", SECRET, count=500, roll_size=50)
OWN = Series("Toussaint Louverture", "", SECRET, count=0, roll_size=1)


def test_numbers_are_of_the_series_prove_themselves_and_never_come_twice():
    numbers = Series("PAP-7", "418", SECRET, count=10_000, roll_size=100).draw()
    assert len(set(numbers)) == 10_000
    assert all(check(number) and number.startswith("418") for number in numbers)


def test_a_larger_series_begins_with_the_same_cards():
    assert Series("PAP-7", "418", SECRET, count=900, roll_size=50).draw()[:500] == PAP_7.draw()


@settings(max_examples=20)
@given(st.binary(min_size=32, max_size=32), st.integers(1, 10_000))
def test_any_secret_draws_distinct_numbers_that_prove_themselves(secret, count):
    numbers = Series("x", "007", secret, count, 50).draw()
    assert len(set(numbers)) == count
    assert all(map(check, numbers))


def test_neighbours_in_a_roll_tell_nothing_about_each_other():
    drawn = [int(number[3:7]) for number in PAP_7.draw()]
    assert sum(abs(a - b) == 1 for a, b in zip(drawn, drawn[1:], strict=False)) < 5


def test_another_secret_draws_other_cards():
    other = Series("PAP-8", "418", bytes(32), count=500, roll_size=50)
    assert other.draw() != PAP_7.draw()
    assert other.token(0) != PAP_7.token(0)


def test_every_card_knows_its_place_and_its_roll():
    for place, number in enumerate(PAP_7.draw()):
        assert PAP_7.index_of(number) == place
        assert PAP_7.roll_of(number) == place // 50


def test_a_number_that_was_never_drawn_has_no_place():
    strange = next(n for n in Series("PAP-7", "418", SECRET, 501, 50).draw() if n not in PAP_7.draw())
    assert PAP_7.index_of(strange) is None
    assert PAP_7.roll_of(strange) is None


def test_the_last_roll_may_be_short():
    series = Series("PAP-7", "418", SECRET, count=120, roll_size=50)
    assert [len(series.cards_of_roll(roll)) for roll in series.rolls] == [50, 50, 20]
    with pytest.raises(SeriesProblem):
        series.cards_of_roll(3)


def test_front_and_back_have_tokens_of_their_own():
    tokens = [PAP_7.token(k) for k in range(500)] + [PAP_7.back_token(k) for k in range(500)]
    assert len(set(tokens)) == 1000
    assert all(len(token) == 8 for token in tokens)


def test_a_token_opens_its_own_card_and_side_only():
    first, second = PAP_7.draw()[:2]
    assert PAP_7.side_of(first, PAP_7.token(0)) == "front"
    assert PAP_7.side_of(first, PAP_7.back_token(0)) == "back"
    assert PAP_7.side_of(second, PAP_7.token(0)) is None
    assert PAP_7.side_of(first, "") is None
    assert PAP_7.side_of("00000000", PAP_7.token(0)) is None


def test_no_token_beyond_the_last_card():
    for place in (-1, 500):
        with pytest.raises(SeriesProblem):
            PAP_7.token(place)


def test_two_tablets_that_meet_the_same_card_make_the_same_reception():
    number = PAP_7.draw()[3]
    elsewhere = Series("told again", "418", SECRET, 500, 50)
    assert PAP_7.reception_id(number) == elsewhere.reception_id(number)


def test_ids_are_well_formed_and_all_different():
    ids = [PAP_7.reception_id(number) for number in PAP_7.draw()] + [PAP_7.roll_id(roll) for roll in PAP_7.rolls]
    assert len(set(ids)) == 510
    assert all(id.version == 8 and id.variant == RFC_4122 for id in ids)


def test_a_number_of_no_series_still_gets_a_reception():
    assert OWN.draw() == ()
    assert OWN.reception_id("99912345") != Series("x", "", bytes(32), 0, 1).reception_id("99912345")


@pytest.mark.parametrize(
    "wrong",
    [
        {"prefix": "41"},
        {"prefix": "4I8"},
        {"prefix": "٤١٨"},
        {"secret": b"short"},
        {"count": 10_001},
        {"count": -1},
        {"roll_size": 0},
        {"prefix": "", "count": 5},
    ],
)
def test_an_impossible_series_is_refused(wrong):
    right = {"name": "PAP-7", "prefix": "418", "secret": SECRET, "count": 500, "roll_size": 50}
    with pytest.raises(SeriesProblem):
        Series(**right | wrong)


def test_a_secret_never_shows_in_a_log_or_an_error():
    assert "secret" not in repr(PAP_7)
    assert secret_as_text(SECRET) not in repr(PAP_7)


def test_a_secret_travels_as_text():
    assert secret_from_text(secret_as_text(SECRET)) == SECRET
    with pytest.raises(SeriesProblem):
        secret_from_text("no base64!")
