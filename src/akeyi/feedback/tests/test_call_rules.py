"""When somebody is called, at which hours, what counts as their word, and when their number goes."""

from datetime import date, datetime, timedelta

import pytest

from akeyi.feedback import call_rules as rules
from akeyi.feedback.call_rules import Due, Made

TOLD = date(2021, 9, 19)


def on(day: int) -> date:
    return TOLD + timedelta(day)


def steps_of(made: list[Made], until: int = 130) -> list[tuple[int, str]]:
    """On which days after it was told somebody is on the list, and for which call."""
    return [(day, found.step) for day in range(until) if (found := rules.due(TOLD, made, on(day)))]


def test_nobody_is_called_before_the_seventh_day():
    assert rules.due(TOLD, [], on(6)) is None
    assert rules.due(TOLD, [], on(7)) == Due("day_7", on(7), 0)


def test_a_call_that_nobody_made_stays_until_the_next_one_is_due():
    assert rules.due(TOLD, [], on(29)) == Due("day_7", on(7), 0)
    assert rules.due(TOLD, [], on(30)) == Due("day_30", on(30), 0)


def test_whoever_was_reached_is_left_alone_until_the_next_call():
    made = [Made("day_7", "reached", on(8)), Made("day_30", "reached", on(30))]
    assert [step for _, step in steps_of(made)][:1] == ["day_90"]
    assert steps_of(made)[0] == (90, "day_90")


def test_where_nobody_answered_it_is_tried_again_tomorrow_and_three_times_at_most():
    once = [Made("day_7", "nobody", on(7))]
    assert rules.due(TOLD, once, on(7)) is None
    assert rules.due(TOLD, once, on(8)) == Due("day_7", on(8), 1)
    thrice = [Made("day_7", "nobody", on(7)), Made("day_7", "wrong_word", on(8)), Made("day_7", "nobody", on(9))]
    assert steps_of(thrice)[0] == (30, "day_30")


@pytest.mark.parametrize("outcome", ["not_theirs", "never_again"])
def test_whoever_asks_us_to_stop_is_never_called_again(outcome):
    made = [Made("day_7", outcome, on(7))]
    assert steps_of(made) == []
    assert rules.goes_on(TOLD, made) == on(8)


def test_a_number_goes_after_the_last_call_and_at_last_when_nobody_was_reached():
    assert rules.goes_on(TOLD, [Made("day_7", "reached", on(7))]) == on(120)
    assert rules.goes_on(TOLD, [Made("day_90", "reached", on(91))]) == on(92)
    tries = [Made("day_90", "nobody", on(day)) for day in (90, 91, 93)]
    assert rules.goes_on(TOLD, tries) == on(94)
    assert steps_of([])[-1] == (119, "day_90")


@pytest.mark.parametrize(
    ("at", "part"),
    [("08:00", "morning"), ("11:59", "morning"), ("12:00", "afternoon"), ("16:59", "afternoon"), ("17:00", "evening"),
     ("20:59", "evening"), ("21:00", "night"), ("02:00", "night"), ("07:59", "night")],
)  # fmt: skip
def test_an_hour_is_safe_where_its_part_of_the_day_was_said(at, part):
    now = datetime.fromisoformat(f"2021-09-26T{at}")
    assert rules.is_safe([part], now)
    assert not rules.is_safe([one for one in rules.FROM_UNTIL if one != part], now)


@pytest.mark.parametrize(
    ("said", "word"),
    [("Lanmè", "lanme"), ("LANME", "lanmè"), (" la-nmè ", "lanmè"), ("ka fe", "kafé"), ("1804", "1804"), ("🌊", "🌊")],
)
def test_a_word_is_heard_without_accents_capitals_gaps_and_signs(said, word):
    assert rules.is_the_word(said, word)


@pytest.mark.parametrize(("said", "word"), [("lanm", "lanmè"), ("", "lanmè"), ("-", "lanmè"), ("mòn", "lanmè")])
def test_another_word_is_another(said, word):
    assert not rules.is_the_word(said, word)


def test_numbers_are_rounded_down_and_few_are_not_said():
    assert rules.rounded({"a": 0, "b": 4, "c": 5, "d": 9, "e": 23}) == {"a": None, "b": None, "c": 5, "d": 5, "e": 20}
