"""A tablet asks how much is left: by a ring that is open, in numbers of items, and knows what of its own is counted."""

import pytest

from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.facts.movement import ItemsMoved
from akeyi.assistance.facts.store import StoreRevised
from akeyi.assistance.models import HandOut
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker, an_item

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


def a_tablet(site, *roles):
    """A tablet, and how its worker's ring asks."""
    worker = a_worker(site, "Wilson", roles=roles)
    tablet = Tablet(site, worker)
    ring = tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()
    return tablet, {"opened_by": {"worker": worker, "key": ring["pull_key"]}}


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def table_with_soap(site):
    """40 pieces of soap on the table that gives."""
    soap, table = an_item(site, "Soap"), new_id()
    tell(
        Saying(StoreRevised(name="Table", is_giving=True, is_active=True), site=site, subject=table),
        Saying(ItemsMoved(what="received", item=soap, store=table, quantity=40), site=site),
    )
    return soap, table


def test_it_learns_what_is_left_how_fast_it_goes_and_what_of_its_own_is_counted(site, table_with_soap):
    soap, table = table_with_soap
    tablet, ring = a_tablet(site, "clerk")
    assert tablet.ask("/assistance/stock", ring).json()["counted_to"] == ""
    tablet.tell(HandOutGiven(item=soap, quantity=3), ROSE)
    tablet.tell(HandOutGiven(item=an_item(site, "A call", is_service=True)), ROSE)
    said = tablet.ask("/assistance/stock", ring).json()
    assert said["shelves"] == [
        {"item": soap, "store": table, "on_hand": 37, "people": 1, "pieces": 3, "to_many": 0},
    ]
    assert said["counted_to"] == HandOut.objects.order_by("-clock")[0].clock


def test_without_a_ring_that_was_opened_here_it_learns_nothing(site, table_with_soap):
    tablet, _ = a_tablet(site, "clerk")
    other, its_ring = a_tablet(site, "clerk")
    for asked in ({}, its_ring, {"opened_by": None}):
        said = tablet.ask("/assistance/stock", asked).json()
        assert said == {"is_locked": True, "counted_to": "", "shelves": []}
    assert other.ask("/assistance/stock", its_ring).json()["shelves"]


def test_whoever_reads_nothing_of_what_is_given_learns_nothing(site, table_with_soap):
    tablet, ring = a_tablet(site, "information")
    assert tablet.ask("/assistance/stock", ring).json()["shelves"] == []
