"""Which two holders open a box together: the same list of cases as on the tablet; and how complaints are counted."""

import json
from datetime import date
from pathlib import Path

import pytest

from akeyi.feedback.rules import WEEKS, Key, by_week, due_on, is_outside, pairs

CASES = json.loads((Path(__file__).resolve().parents[4] / "contracts" / "vectors" / "holders.json").read_text())


@pytest.mark.parametrize("case", CASES)
def test_two_people_one_of_them_outside_the_country(case):
    assert pairs(Key(*key) for key in case["keys"]) == [tuple(pair) for pair in case["pairs"]]


def test_nobody_takes_a_complaint_about_their_own():
    assert is_outside("red cross", "iom") and is_outside("iom", None) and is_outside(None, None)
    assert not is_outside("iom", "iom")
    assert not is_outside(None, "iom"), "nobody knows whose they are"


def test_an_answer_is_due_so_many_days_after_the_day_it_was_told():
    assert due_on(date(2021, 9, 30), "abuse", {"abuse": 1}) == date(2021, 10, 1)


def test_weeks_begin_on_monday_and_old_ones_are_not_counted():
    told = [(date(2021, 9, 19), "place"), (date(2021, 9, 20), "abuse"), (date(2020, 1, 1), "other")]
    found = by_week(told, date(2021, 9, 22))
    assert len(found) == WEEKS
    assert (found[0][0], found[0][1]["treated"]) == (date(2021, 9, 20), 1)
    assert (found[1][0], found[1][1]["place"]) == (date(2021, 9, 13), 1)
    assert sum(sum(counts.values()) for _, counts in found) == 2
    assert "abuse" not in found[0][1]
