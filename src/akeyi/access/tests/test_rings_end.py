"""A ring that ended opens nothing more: what the tablet is sent follows, and its page says what ended it."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access import pins
from akeyi.access.facts.shut_out import WasShutOut
from akeyi.access.rings import rings_on
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker
from akeyi.testing.office import page, signed_in

pytestmark = pytest.mark.django_db


def walls(tablet):
    """Behind which walls a tablet is sent anything."""
    return {stream.rsplit("/", 1)[1] for stream in tablet.ask("/journal/pull", {}).json()["streams"]}


def shut_out(tablet, worker, at=None):
    tablet.worker = None
    more = {"at": at.strftime("%Y-%m-%dT%H:%M:%S.999Z")} if at else {}
    tablet.tell(WasShutOut(wrong_pins=10), subject=worker, **more)


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def roseline(site):
    return a_worker(site, "Roseline", ("protection",))


@pytest.fixture
def tablet(site, roseline):
    """One that holds Roseline's ring, and a clerk's."""
    shared = Tablet(site, a_worker(site, "Wilson"))
    shared.ask("/access/sign-in", {"worker": roseline, "pin": PIN})
    assert "protection" in walls(shared)
    return shared


def test_ten_wrong_pins_end_the_streams_of_that_worker_alone(tablet, roseline):
    shut_out(tablet, roseline)
    assert walls(tablet) == {"reception", "assistance"}


def test_a_ring_made_since_is_not_ended_by_what_is_heard_late(tablet, roseline):
    tablet.ask("/access/sign-in", {"worker": roseline, "pin": PIN})
    shut_out(tablet, roseline, at=datetime.now(UTC) - timedelta(hours=1))
    assert "protection" in walls(tablet)


def test_the_next_sign_in_makes_a_ring_again(tablet, roseline):
    shut_out(tablet, roseline)
    tablet.ask("/access/sign-in", {"worker": roseline, "pin": PIN})
    assert "protection" in walls(tablet)


def test_another_pin_ends_every_ring_of_the_one_before_until_they_sign_in(site, tablet, roseline):
    other = Tablet(site, roseline, label="Tablet 2")
    pins.set_pin(roseline, "135790", opens=["triage", "protection"])
    assert walls(tablet) == {"reception", "assistance"}
    assert walls(other) == set()
    other.ask("/access/sign-in", {"worker": roseline, "pin": "135790"})
    assert "protection" in walls(other)
    assert "protection" not in walls(tablet)


def test_whoever_works_here_again_has_no_ring_of_before(site, tablet, roseline):
    client = signed_in(site, short_name="Mirlande")
    for _ in range(2):
        client.post(f"/office/workers/{roseline}/switch")
    assert walls(tablet) == {"reception", "assistance"}


def test_the_page_of_a_lost_tablet_names_what_ended_each_key_and_when(site, tablet, roseline):
    shut_out(tablet, roseline)
    client = signed_in(site, short_name="Mirlande")
    html = page(client, f"/office/tablets/{tablet.device}/lost")
    assert html.count("ten wrong PINs</td>") == 1
    assert html.count("not ended") == 1
    client.post(f"/office/tablets/{tablet.device}/withdraw")
    html = page(client, f"/office/tablets/{tablet.device}/lost")
    assert html.count("ten wrong PINs</td>") == 1
    assert html.count("out of service</td>") == 1
    assert all(ring.ended_at for ring in rings_on(tablet.device))
    assert {"protection", "reception"} <= {wall for ring in rings_on(tablet.device) for wall in ring.walls}
