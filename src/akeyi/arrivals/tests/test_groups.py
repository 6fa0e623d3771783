"""The groups of a list: by sex and age, on the day it is kept."""

from datetime import date

import pytest

from akeyi.arrivals.groups import group_of, groups_of

DAY = date(2021, 9, 19)


@pytest.mark.parametrize(
    ("sex", "age", "group"),
    [
        ("female", 18, "woman"),
        ("male", 40, "man"),
        ("female", 17, "girl"),
        ("male", 2, "boy"),
        ("female", 1, "baby_girl"),
        ("male", 0, "baby_boy"),
        ("unknown", 30, None),
        ("male", None, None),
    ],
)
def test_a_group_is_a_sex_and_an_age(sex, age, group):
    assert group_of(sex, age) == group


def test_a_birth_says_more_than_an_age_and_whom_nobody_can_group_is_left_out():
    lines = [
        {"sex": "male", "birth_date": "2003-09-20", "age": 18},
        {"sex": "male", "birth_date": "2003-09-19", "age": None},
        {"sex": "female", "birth_date": None, "age": 1},
        {"sex": "unknown", "birth_date": "1990-01-01", "age": None},
        {"sex": "female", "birth_date": None, "age": None},
    ]
    assert groups_of(lines, DAY) == {"man": 1, "boy": 1, "baby_girl": 1}
