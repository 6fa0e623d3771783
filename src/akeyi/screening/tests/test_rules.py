"""Who has to be seen, and how soon."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from akeyi.screening.rules import SIX, is_counted, needs_decision, standing, still_asked, stops_at_health

NOON = datetime(2021, 9, 19, 12, 0, tzinfo=UTC)


def after(minutes):
    return NOON + timedelta(minutes=minutes)


def test_nobody_has_a_colour_that_nobody_gave():
    assert standing([], []) is None


def test_the_last_colour_counts_and_its_time_begins_with_it():
    found = standing([("red", after(0)), ("orange", after(5))], [])
    assert (found.colour, found.waiting_since) == ("orange", after(5))


def test_a_colour_said_again_keeps_its_time():
    assert standing([("red", after(0)), ("red", after(5))], []).waiting_since == after(0)


def test_whoever_was_seen_since_waits_no_more_and_who_was_seen_before_does():
    assert standing([("red", after(5))], [after(6)]).waiting_since is None
    assert standing([("red", after(5))], [after(4)]).waiting_since == after(5)


def test_yellow_and_green_wait_for_nobody():
    assert standing([("green", after(0))], []).waiting_since is None


def test_children_under_three_and_pregnant_women_stop_at_health():
    assert stops_at_health(2, "child", [])
    assert not stops_at_health(3, "child", [])
    assert stops_at_health(None, "baby", [])
    assert stops_at_health(31, "adult", ["pregnant"])
    assert not stops_at_health(31, "adult", ["injured"])


def test_red_and_orange_need_a_decision_until_one_was_taken():
    assert needs_decision("red", False, False, [None])
    assert needs_decision("orange", False, False, [])
    assert not needs_decision("orange", False, False, [None, "own_wish"])
    assert not needs_decision("green", False, False, [])
    assert not needs_decision(None, False, False, [])


def test_whoever_health_sees_by_rule_needs_one_too_until_health_saw_them():
    assert needs_decision(None, True, False, [])
    assert not needs_decision(None, True, False, ["own_wish"])


def test_whoever_should_not_travel_needs_one_each_time_until_health_says_otherwise():
    assert needs_decision(None, False, True, ["own_wish"])


@dataclass
class Word:
    clock: str
    at: datetime = NOON
    outcome: str = ""
    card: str | None = None
    station: str | None = None
    talk_to: str | None = None
    language: str | None = None
    company: str | None = None


def test_whoever_asked_asks_since_their_first_word_and_later_words_add_to_it():
    asked = [
        Word("1", after(0), station="count"),
        Word("2", after(1), talk_to="woman"),
        Word("3", after(2), talk_to="man"),
    ]
    assert still_asked(asked, []) == (after(0), {"station": "count", "talk_to": "man"})


def test_not_found_leaves_a_request_open_and_asking_again_opens_it_anew():
    asked = [Word("1", after(0), station="count"), Word("5", after(9))]
    assert still_asked(asked[:1], [Word("2", outcome="not_found")]) == (after(0), {"station": "count"})
    assert still_asked(asked[:1], [Word("2", outcome="changed_mind")]) is None
    assert still_asked(asked, [Word("2", outcome="talked")]) == (after(9), {})


def test_a_lot_of_difficulty_or_worse_in_one_of_six_is_counted_and_some_in_all_is_not():
    assert not is_counted(dict.fromkeys(SIX, "some"))
    for one in SIX:
        for answer in ("a_lot", "cannot"):
            assert is_counted(dict.fromkeys(SIX, "none") | {one: answer})
    assert not is_counted({})
