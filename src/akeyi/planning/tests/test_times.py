"""A curve is fitted to durations; durations are read out of who did what when, while somebody was waiting."""

from random import Random
from statistics import fmean, stdev

import pytest

from akeyi.planning.measured import Ended, gaps, visits
from akeyi.planning.times import Time, fitted


@pytest.mark.parametrize("told", [Time(240, 120, "lognormal"), Time(240, 120, "gamma"), Time(30, 30, "gamma")])
def test_the_curve_by_which_durations_were_drawn_is_found_again(told):
    draw = told.drawn_by(Random(5))
    found = fitted([draw() for _ in range(4000)])
    assert found is not None
    assert (found.shape, found.measured_on) == (told.shape, 4000)
    assert found.mean_s == pytest.approx(told.mean_s, rel=0.04)
    assert found.spread_s == pytest.approx(told.spread_s, rel=0.08)


@pytest.mark.parametrize("told", [Time(60, 30), Time(60, 30, "gamma"), Time(60, 60, "gamma"), Time(60, 0)])
def test_what_is_drawn_has_the_mean_and_the_spread_that_were_said(told):
    draw = told.drawn_by(Random(1))
    drawn = [draw() for _ in range(20_000)]
    assert fmean(drawn) == pytest.approx(told.mean_s, rel=0.03)
    assert stdev(drawn) == pytest.approx(told.spread_s, rel=0.05, abs=1e-9)


def test_a_few_durations_are_no_measurement_and_equal_ones_have_no_spread():
    assert fitted([60.0] * 29) is None
    assert fitted([60.0] * 30) == Time(pytest.approx(60), 0, "lognormal", 30)


def served(subject, at, worker="w", station="serve"):
    return Ended(station, subject, worker, at, "flight")


def test_from_one_person_to_the_next_is_a_duration_only_if_the_next_was_there_already():
    known = [served(name, at, "clerk", "register") for name, at in (("a", 0), ("b", 10), ("c", 500))]
    told = [*known, served("a", 100), served("b", 160), served("c", 560)]
    assert visits(told, [])["serve"] == [60.0]


def test_registering_is_measured_while_more_were_counted_than_registered():
    told = [served(name, at, "w", "register") for name, at in (("a", 100), ("b", 340), ("c", 2000))]
    counted = [("flight", 1.0), ("flight", 2.0), ("flight", 1900.0)]
    assert visits(told, counted)["register"] == [240.0]


def test_a_family_told_at_once_is_divided_by_its_people_and_a_second_item_is_no_second_visit():
    known = [served(name, 0, "clerk", "register") for name in "abcd"]
    told = [*known, served("a", 100), served("b", 190), served("c", 190.5), served("d", 191), served("a", 195)]
    assert visits(told, [])["serve"] == [pytest.approx(91 / 3)] * 3


def test_a_pause_is_no_duration():
    known = [served(name, 0, "clerk", "register") for name in "ab"]
    assert visits([*known, served("a", 100), served("b", 100 + 31 * 60)], [])["serve"] == []
    assert gaps([("t", 0.0), ("t", 4.0), ("t", 90.0), ("other", 5.0)]) == [4.0]
