"""Which two holders open a box together: the same list of cases as on the tablet."""

import json
from pathlib import Path

import pytest

from akeyi.feedback.rules import Key, pairs

CASES = json.loads((Path(__file__).resolve().parents[4] / "contracts" / "vectors" / "holders.json").read_text())


@pytest.mark.parametrize("case", CASES)
def test_two_people_one_of_them_outside_the_country(case):
    assert pairs(Key(*key) for key in case["keys"]) == [tuple(pair) for pair in case["pairs"]]
