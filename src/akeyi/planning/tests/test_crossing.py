"""Lanes of a crossing: what came in an hour against what the stations take, and what follows from it."""

from akeyi.planning.crossing import Advice, Came, Lane, advice, came, pace

SLOW = pace({"register": 1, "serve": 2, "leave": 2}, {"register": 90, "serve": 30, "leave": 20}, 4)


def test_minutes_that_were_counted_make_an_estimate_of_the_hour():
    assert came(0, 0, [(40, 10), (20, 5)]) == Came(240, "estimated")


def test_people_who_are_known_are_no_estimate_even_where_a_sample_says_fewer():
    assert came(0, 90, [(10, 10)]) == Came(90)


def test_whoever_was_counted_or_has_a_card_counts_once():
    assert came(80, 60, []) == Came(80)


def test_the_narrowest_station_comes_first_and_takes_as_many_people_as_its_cards_stand_for():
    assert [(one.station, one.people) for one in SLOW] == [("register", 160), ("serve", 960), ("leave", 1440)]


def test_a_lane_with_more_than_two_hours_of_work_inside_is_closed_until_it_is_one():
    assert advice([Lane("A", inside=400, paces=SLOW)]) == [Advice("close", "A", 400, 90, "register")]


def test_a_lane_to_which_more_come_than_it_takes_needs_workers_and_says_that_it_is_an_estimate():
    found = advice([Lane("A", inside=20, comes=Came(300, "estimated"), paces=SLOW)])
    assert found == [Advice("grows", "A", 140, 1, "register", is_estimate=True)]


def test_nobody_at_a_station_is_said_while_people_wait():
    nobody = pace({"register": 1, "serve": 0, "leave": 1}, {"register": 90, "serve": 30, "leave": 20}, 4)
    assert advice([Lane("A", inside=9, paces=nobody)]) == [Advice("nobody_at", "A", 9, station="serve")]


def test_whoever_is_served_and_still_here_needs_a_bus_once_they_fill_one():
    assert advice([Lane("A", inside=43, ready=43, paces=SLOW)]) == []
    assert advice([Lane("A", inside=100, ready=100, paces=SLOW)]) == [Advice("buses", "A", 100, 3)]


def test_an_empty_lane_helps_one_that_is_too_full_and_stays_open_else():
    full, empty = Lane("A", inside=400, paces=SLOW), Lane("B")
    assert Advice("idle", "B") in advice([full, empty])
    assert advice([empty]) == []
    assert Advice("idle", "B") not in advice([full, Lane("B", outside=5)])
