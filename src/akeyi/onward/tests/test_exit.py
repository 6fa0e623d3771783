"""Somebody leaves: once however often it is told, a household in parts, and not at all once they are erased."""

import pytest

from akeyi.figures.queries import board
from akeyi.figures.rules import left_by_kind
from akeyi.journal.erase import erase
from akeyi.onward.facts.exit import Left
from akeyi.onward.models import Exit
from akeyi.onward.queries import exits, exits_of
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, an_arrival
from akeyi.testing.office import a_viewer

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"
TOKEN = "0190a5c0-0000-8000-8000-00000000000b"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def arrival(site):
    return an_arrival(site)


@pytest.fixture
def tablet(site):
    return Tablet(site)


def left_as(site, card):
    """What was told of how somebody left, in order."""
    return exits_of(a_viewer("guerline", site, "clerk"), [card])


def hows(site):
    """(reception, people, how) of every exit."""
    return [tuple(one[:3]) for one in exits(site)]


def columns(site):
    """(inside, left) of the one arrival."""
    told = board(site)[0].columns
    return told["inside"], told["left"]


@pytest.fixture
def rose(tablet, arrival):
    tablet.tell(ReceptionRevised(arrival=arrival, given_names="Rose-Laure"), ROSE, (arrival,))
    return ROSE


@pytest.fixture
def household(tablet, arrival):
    tablet.tell(ReceptionRevised(arrival=arrival, is_token=True), TOKEN, (arrival,))
    tablet.tell(HouseholdMoved(target=TOKEN, why="arrived", groups={"woman": 1, "girl": 2}), TOKEN, (arrival,))
    return TOKEN


def test_it_works(site, arrival, tablet, rose):
    assert left_as(site, rose) == [] and columns(site) == (1, 0)
    tablet.tell(Left(how="own_way", destination="HT03", with_whom="a cousin"), rose, (arrival,))
    [left] = left_as(site, rose)
    assert (left.how, left.destination, left.with_whom, left.people) == ("own_way", "HT03", "a cousin", 1)
    assert hows(site) == [(rose, 1, "own_way")]
    assert columns(site) == (0, 1)


def test_told_twice_a_person_has_left_once_and_the_last_word_counts(site, arrival, tablet, rose):
    other = Tablet(site, label="Tablet 2")
    tablet.tell(Left(how="own_way"), rose, (arrival,))
    other.last = tablet.last
    other.tell(Left(how="collected"), rose, (arrival,))
    assert [one.how for one in left_as(site, rose)] == ["own_way", "collected"]
    assert columns(site) == (0, 1)
    assert left_by_kind(hows(site), {}) == {"collected": 1}


def test_a_household_leaves_in_parts(site, arrival, tablet, household):
    tablet.tell(Left(how="own_way", people=1, groups={"girl": 1}), household, (arrival,))
    assert columns(site) == (2, 1)
    tablet.tell(Left(how="shelter", people=2, groups={"woman": 1, "girl": 1}), household, (arrival,))
    assert columns(site) == (0, 3)
    assert sum(people for _, people, _ in hows(site)) == 3


def test_erasing_a_person_takes_how_they_left_and_where_to(site, arrival, tablet, rose, household):
    for card in (rose, household):
        tablet.tell(Left(how="own_way", destination="HT03", with_whom="a cousin"), card, (arrival,))
    erase(rose, site, ["reception"], "retention", [arrival])
    assert [one.subject for one in Exit.objects.all()] == [household]
