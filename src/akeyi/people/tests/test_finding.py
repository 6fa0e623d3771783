"""Finding people by card or name; accents, capitals and the order of words do not matter."""

import pytest

from akeyi.access.viewer import MayNotRead
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.finding import find_people
from akeyi.testing.cast import a_series, a_site
from akeyi.testing.office import a_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def viewer(site):
    return a_viewer("0190a5c0-0000-7000-8000-000000000001", site, "clerk")


@pytest.fixture
def rose(site):
    return _register(site, 0, family_name="Désir", given_names="Rose-Laure")


def _register(site, index, **said):
    series = a_series(site)
    number = series.draw()[index]
    subject = str(series.reception_id(number))
    tell(Saying(ReceptionRevised(card=number, **said), site=site, subject=subject))
    return number, subject


@pytest.mark.parametrize("words", ["rose", "ROSE desir", "des laure", "désir r", "  Desir "])
def test_the_beginnings_of_names_find_a_person(viewer, rose, site, words):
    _register(site, 1, given_names="Wilner")
    assert [one.subject for one in find_people(viewer, words)] == [rose[1]]


@pytest.mark.parametrize("words", ["ose", "rose pierre", "?"])
def test_other_words_find_nobody(viewer, rose, words):
    assert find_people(viewer, words) == []


def test_a_card_is_found_as_it_is_read_aloud_typed_in_part_or_scanned(viewer, rose, site):
    number, subject = rose
    token = a_series(site).token(0)
    for words in (f"{number[:4]} {number[4:]}", number, number[:6], f"A1:{number}:{token}"):
        assert [one.subject for one in find_people(viewer, words)] == [subject]


def test_a_replaced_card_is_found_by_both_numbers(viewer, rose, site):
    series = a_series(site)
    new = series.draw()[7]
    said = CardWasReplaced(old_card=rose[0], new_card=new, new_reception=str(series.reception_id(new)))
    tell(Saying(said, site=site, subject=rose[1]))
    for number in (rose[0], new):
        assert [one.subject for one in find_people(viewer, number)] == [rose[1]]


def test_no_words_find_everybody(viewer, rose, site):
    _register(site, 1)
    assert len(find_people(viewer, " ")) == 2


def test_whoever_may_not_read_names_finds_nobody(rose, site):
    with pytest.raises(MayNotRead):
        find_people(a_viewer("0190a5c0-0000-7000-8000-000000000001", site, "statistics"), "rose")
