"""The one list of purposes is whole: words in four languages, a legal basis, walls, and a kind for each answer."""

from typing import get_args

import pytest

from akeyi.journal.declare import WALLS
from akeyi.journal.registry import KINDS as DECLARED
from akeyi.people.purposes import ASKED, BASES, KINDS, PURPOSES
from akeyi.people.read_out import LANGUAGES, MESSAGES

ALL = [one.key for one in PURPOSES]


@pytest.mark.parametrize("one", PURPOSES, ids=ALL)
def test_a_purpose_has_words_a_basis_and_walls(one):
    assert set(one.name) == set(LANGUAGES) and all(one.name.values())
    assert one.basis in BASES
    assert one.walls and set(one.walls) <= set(WALLS)
    assert one.question is None or (set(one.question) == set(LANGUAGES) and all(one.question.values()))


def test_every_key_is_one_purpose_and_every_wall_has_one():
    assert len(set(ALL)) == len(ALL)
    assert {wall for one in PURPOSES for wall in one.walls} == set(WALLS)


def test_help_is_never_asked_for():
    """What is asked for rests on consent, but for a child alone, for whom nobody can consent."""
    assert {one.key for one in ASKED} == {one.key for one in PURPOSES if one.basis == "consent"} | {"photo"}


@pytest.mark.parametrize("wall", KINDS)
def test_an_answer_stands_behind_the_wall_of_its_matter(wall):
    kind = DECLARED[KINDS[wall]]
    assert kind.wall == wall
    purposes = get_args(kind.body.model_fields["purpose"].annotation)
    assert sorted(purposes) == sorted(one.key for one in ASKED if one.wall == wall)


def test_every_question_says_that_no_is_a_good_answer():
    freely = {"ht": "di non", "fr": "dire non", "es": "decir que no", "en": "No is a good answer"}
    for one in ASKED:
        for language, said in freely.items():
            assert said in MESSAGES[one.key][language]
