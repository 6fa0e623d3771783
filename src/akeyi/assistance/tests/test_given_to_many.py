"""An item is given to many without cards: the item counts, and nobody is served by it."""

import pytest

from akeyi.access.viewer import Viewer
from akeyi.assistance.facts.given_to_many import GivenToManyTold
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.queries import given_so_far, given_twice, given_without_cards
from akeyi.assistance.stores import on_hand
from akeyi.figures.queries import board
from akeyi.journal.facts.void import Voided
from akeyi.people.queries import everybody
from akeyi.testing.cast import Tablet, a_site, an_arrival, an_item

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


def test_items_are_counted_and_people_are_not():
    site = a_site()
    water, flight, tablet = an_item(site, "Water", once_per="none"), an_arrival(site), Tablet(site)
    carton = tablet.tell(GivenToManyTold(item=water, quantity=24, how="carton"), flight, (flight,))
    tablet.tell(GivenToManyTold(item=water, quantity=1, how="tap"), flight, (flight,))
    tablet.tell(HandOutGiven(item=water), ROSE, (flight,))
    assert given_so_far(site) == {water: 26}
    assert given_without_cards(site) == {flight: {water: 25}}
    assert [row.columns["served"] for row in board(site) if row.arrival] == [0]
    assert given_twice(site, everybody(site)) == []
    # It falls from the stock as what is handed to a card does.
    assert on_hand(Viewer("", site, ("clerk",), frozenset({"assistance"}))).on_hand(water) == -26
    tablet.tell(Voided(target=carton), flight, (flight,), wall="assistance")
    assert given_without_cards(site) == {flight: {water: 1}}
