"""Every error says what went wrong and what to do now: in four languages, shortly, under a number of its own."""

import re

import pytest

from akeyi import errors
from akeyi.errors import CATALOGUE, LANGUAGES, AkeyiError, Kind
from akeyi.errors.kinds import error
from akeyi.journal.contracts import desk_sentences

everyone = pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: str(kind.number))


def test_every_number_has_one_name_and_every_name_one_number():
    ours = (
        errors.complaints,
        errors.lists,
        errors.office,
        errors.oversight,
        errors.forms,
        errors.server,
        errors.workers,
        errors.referrals,
        errors.programmes,
        errors.stock,
        errors.planning,
        errors.calls,
        errors.roads,
    )
    modules = (errors, *ours)
    named = [kind.number for module in modules for kind in vars(module).values() if isinstance(kind, Kind)]
    assert sorted(named) == sorted(CATALOGUE)


def test_a_number_says_who_speaks():
    for module, hundreds in (
        (errors, {1, 7}),
        (errors.lists, {2}),
        (errors.office, {3}),
        (errors.oversight, {3}),
        (errors.forms, {4}),
        (errors.server, {5}),
        (errors.workers, {3}),
        (errors.stock, {3}),
        (errors.planning, {6}),
        (errors.calls, {3}),
        (errors.roads, {3}),
    ):
        numbers = [kind.number for kind in vars(module).values() if isinstance(kind, Kind)]
        assert {number // 100 for number in numbers} == hundreds


def test_a_tablet_fetches_the_words_of_its_own_errors_alone():
    said = desk_sentences("fr")
    assert '"error.101.what"' in said and '"error.799.next"' in said
    assert '"error.2' not in said and '"error.3' not in said and '"error.5' not in said


def test_a_number_given_twice_is_refused():
    words = dict.fromkeys(LANGUAGES, ("What.", "Next."))
    with pytest.raises(ValueError, match="101"):
        error(101, **words)


@everyone
def test_it_is_said_in_four_languages_with_the_same_blanks(kind: Kind):
    for part in (kind.sentence, kind.next):
        assert set(part) == set(LANGUAGES)
        assert all(text.strip() for text in part.values())
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in part.values()}) == 1


@everyone
def test_it_is_short_calm_and_blames_nobody(kind: Kind):
    for text in (*kind.sentence.values(), *kind.next.values()):
        assert not re.search("[!¡]", text)
        for sentence in re.split(r"[.?]\s*", text):
            assert len(sentence.split()) <= 20, sentence


def test_a_tablet_hears_how_long_to_wait_in_words_and_as_a_number():
    told = AkeyiError(errors.PIN_TOO_SOON, seconds=8).as_json("fr")["error"]
    assert told["sentence"] == "Trop de codes erronés. Attendez 8 secondes."
    assert told["parameters"] == {"seconds": 8}
