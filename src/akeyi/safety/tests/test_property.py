"""A bag is its card's until it was handed back; what was lost before arrival is read by those who look after safety."""

import pytest

from akeyi.access.viewer import MayNotRead
from akeyi.journal.facts.void import Voided
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.safety.facts.before import LostBefore
from akeyi.safety.facts.tag import TagTied
from akeyi.safety.facts.tag_back import BagBack
from akeyi.safety.facts.thing import ThingTold
from akeyi.safety.facts.thing_back import ThingGivenBack
from akeyi.safety.queries import bags_here, lost_before, things_here
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import a_viewer, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"
NEW = "0190a5c0-0000-8000-8000-00000000000b"
PATH = "/office/property/"
PASSPORT = LostBefore(description="A passport", place="The centre at Laredo", kept_by="The guards there")


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def door(site):
    """The volunteer's tablet at the door, where Rose came in."""
    tablet = Tablet(site, a_worker(site, roles=("volunteer",)))
    tablet.arrival = an_arrival(site)
    return tablet


@pytest.fixture
def clerk(site, door):
    tablet = Tablet(site, a_worker(site, "Nadia"), label="Tablet 2")
    tablet.tell(ReceptionRevised(card="99900009", arrival=door.arrival, by_card_only=True), ROSE, (door.arrival,))
    return tablet


def here(site):
    return [(bag.tag, bag.card) for bag in bags_here(a_viewer("guerline", site, "clerk"))]


def test_a_bag_waits_for_its_card_until_it_was_handed_back(site, door, clerk):
    door.tell(TagTied(tag="HT004711", card="99900009"), ROSE, (door.arrival,))
    door.tell(TagTied(tag="HT004712", card="99900009"), ROSE, (door.arrival,))
    door.tell(BagBack(tag="HT004711"), ROSE, (door.arrival,))
    assert here(site) == [("HT004712", "99900009")]
    # The next day the same tag is on another bag.
    door.tell(TagTied(tag="HT004711", card="99900009"), ROSE, (door.arrival,))
    assert sorted(here(site)) == [("HT004711", "99900009"), ("HT004712", "99900009")]


def test_a_bag_that_came_in_before_its_people_are_known_has_a_card(site, door):
    door.tell(TagTied(tag="HT004711", card="99900009"), ROSE, (door.arrival,))
    assert here(site) == [("HT004711", "99900009")]


def test_a_bag_that_was_handed_back_by_mistake_waits_again(site, door, clerk):
    door.tell(TagTied(tag="HT004711", card="99900009"), ROSE, (door.arrival,))
    back = door.tell(BagBack(tag="HT004711"), ROSE, (door.arrival,))
    door.tell(Voided(target=back), ROSE, (door.arrival,), wall="reception")
    assert here(site) == [("HT004711", "99900009")]


def test_a_bag_tied_to_a_new_card_is_of_whoever_had_the_old_one(site, door, clerk):
    clerk.tell(CardWasReplaced(old_card="99900009", new_card="99900017", new_reception=NEW), ROSE, (door.arrival,))
    clerk.tell(ReceptionRevised(card="99900017"), ROSE, (door.arrival,))
    door.tell(TagTied(tag="HT004711", card="99900017"), NEW, (door.arrival,))
    assert here(site) == [("HT004711", "99900017")]


def test_what_was_found_and_what_is_missed_is_listed_until_it_is_given_back(site, door, clerk):
    found = clerk.tell(ThingTold(what="found", description="A black shoe"))
    missed = clerk.tell(ThingTold(what="lost", description="A red bag", place="Tent 2"), ROSE, (door.arrival,))
    viewer = a_viewer("guerline", site, "clerk")
    lists = [[(one.description, one.card) for one in things] for things in things_here(viewer)]
    assert lists == [[("A black shoe", "")], [("A red bag", "99900009")]]
    for thing in (found, missed):
        clerk.tell(ThingGivenBack(thing=thing), ROSE, (door.arrival,))
    assert things_here(viewer) == ([], [])


def test_what_was_lost_before_arrival_is_told_by_a_clerk_and_read_by_safety_alone(site, door, clerk):
    clerk.tell(PASSPORT, ROSE, (door.arrival,))
    with pytest.raises(MayNotRead):
        lost_before(a_viewer("nadia", site, "clerk"))
    [one] = lost_before(a_viewer("guerline", site, "safety"))
    assert (one.card, one.description, one.kept_by) == ("99900009", "A passport", "The guards there")
    assert "safety.before" not in [fact["kind"] for fact in door.pull()]
    assert "The centre at Laredo" in page(signed_in(site, "manager"), PATH)
    assert "Laredo" not in page(signed_in(site, "clerk", short_name="Mirlande"), PATH)


def test_the_page_speaks_four_languages(site, door, clerk):
    door.tell(TagTied(tag="HT004711", card="99900009"), ROSE, (door.arrival,))
    clerk.tell(ThingTold(what="found", description="A black shoe"))
    clerk.tell(PASSPORT, ROSE, (door.arrival,))
    in_four_languages(signed_in(site, "manager"), PATH)
