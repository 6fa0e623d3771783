"""An item is given: counted, noticed when it is given again, and still counted when the person is erased."""

import pytest

from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import HandOut
from akeyi.assistance.queries import given, given_so_far, given_twice
from akeyi.journal.erase import erase
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.queries import everybody
from akeyi.testing.cast import Tablet, a_site, an_item

pytestmark = pytest.mark.django_db
ROSE, WISLY, TOKEN, NEW = (f"0190a5c0-0000-8000-8000-00000000000{n}" for n in "abcd")


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def tablet(site):
    return Tablet(site)


@pytest.fixture
def other_tablet(site):
    return Tablet(site, label="Tablet 2")


@pytest.fixture
def kit(site):
    return an_item(site, "Hygiene kit")


@pytest.fixture
def baby_kit(site):
    return an_item(site, "Baby kit", once_per="family")


def again(site):
    """(card, item, how many hand-outs) of what was given more than once."""
    return [(card, item, len(many)) for card, item, many in given_twice(site, everybody(site))]


def test_it_works(site, tablet, kit):
    tablet.tell(HandOutGiven(item=kit), ROSE)
    [(item, quantity, _)] = given(site)[ROSE]
    assert (item, quantity) == (kit, 1)
    assert given_so_far(site) == {kit: 1}
    assert again(site) == []


def test_the_same_kit_on_two_tablets_is_flagged(site, tablet, other_tablet, kit):
    tablet.tell(HandOutGiven(item=kit), ROSE)
    other_tablet.tell(HandOutGiven(item=kit), WISLY)
    assert again(site) == []
    other_tablet.tell(HandOutGiven(item=kit), ROSE)
    assert again(site) == [(ROSE, kit, 2)]


def test_the_same_kit_on_the_old_and_the_new_card_is_flagged(site, tablet, other_tablet, kit):
    tablet.tell(HandOutGiven(item=kit), ROSE)
    tablet.tell(CardWasReplaced(old_card="99900009", new_card="99900017", new_reception=NEW), ROSE)
    other_tablet.tell(HandOutGiven(item=kit), NEW)
    assert again(site) == [(ROSE, kit, 2)]


def test_two_baby_kits_on_two_cards_of_one_family_are_flagged(site, tablet, other_tablet, kit, baby_kit):
    tablet.tell(ReceptionRevised(given_names="Rose-Laure"), ROSE)
    tablet.tell(ReceptionRevised(given_names="Wisly", family=ROSE), WISLY)
    tablet.tell(HandOutGiven(item=baby_kit), ROSE)
    for card in (ROSE, WISLY):
        tablet.tell(HandOutGiven(item=kit), card)
    assert again(site) == []
    other_tablet.tell(HandOutGiven(item=baby_kit), WISLY)
    assert again(site) == [(WISLY, baby_kit, 2)]


def test_what_a_household_had_before_is_given_again_on_the_card_of_one_who_came_out_of_it(site, tablet, kit):
    tablet.tell(HouseholdMoved(target=TOKEN, why="arrived", groups={"woman": 1, "girl": 2}), TOKEN)
    tablet.tell(HandOutGiven(item=kit, quantity=3), TOKEN)
    tablet.tell(HouseholdMoved(source=TOKEN, target=ROSE, why="registered", groups={"woman": 1}), TOKEN)
    # Two come to the household later: theirs is no second one.
    tablet.tell(HouseholdMoved(target=TOKEN, why="joined", groups={"man": 2}), TOKEN)
    tablet.tell(HandOutGiven(item=kit, quantity=2), TOKEN)
    assert again(site) == []
    tablet.tell(HandOutGiven(item=kit), ROSE)
    assert again(site) == [(ROSE, kit, 2)]


def test_what_has_no_limit_is_never_flagged(site, tablet):
    water = an_item(site, "Water", once_per="none")
    for _ in range(2):
        tablet.tell(HandOutGiven(item=water), ROSE)
    assert again(site) == []


def test_erasing_a_person_keeps_the_count(site, tablet, kit):
    tablet.tell(ReceptionRevised(given_names="Rose-Laure"), ROSE)
    tablet.tell(HandOutGiven(item=kit), ROSE)
    for wall in ("reception", "assistance"):
        erase(ROSE, site, [wall], "retention", [])
    assert given_so_far(site) == {kit: 1}
    assert HandOut.objects.count() == 1
