"""Who knows a file: two facts that stand in it, one of them more than a name."""

from datetime import date

import pytest

from akeyi.people.identity import knows_the_file

ROSE = {"given_names": "Rose-Laure", "family_name": "Siyati", "birth_on": date(1990, 7, 19), "phone": "+509 3700 1122"}


@pytest.mark.parametrize(
    ("said", "is_enough"),
    [
        ({"given_names": "rose laure", "birth_on": date(1990, 7, 19)}, True),
        ({"family_name": "SIYATI", "phone": "37001122"}, True),
        ({"birth_on": date(1990, 7, 19), "phone": "3700-1122"}, True),
        ({"given_names": "Rose-Laure", "family_name": "Siyati"}, False),
        ({"birth_on": date(1990, 7, 19)}, False),
        ({"given_names": "Rose-Laure", "family_name": "Pierre", "birth_on": date(1990, 7, 19)}, False),
        ({"given_names": "Rose", "birth_on": date(1990, 7, 19)}, False),
        ({}, False),
    ],
)
def test_two_facts_and_none_wrong(said, is_enough):
    assert knows_the_file(said, ROSE) is is_enough


def test_what_the_file_does_not_hold_is_no_fact():
    assert not knows_the_file({"given_names": "Rose-Laure", "phone": "37001122"}, ROSE | {"phone": None})
