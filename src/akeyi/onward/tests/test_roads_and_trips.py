"""Roads and trips: what is known, who is on which bus, and that nobody has left before their bus has."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.figures.queries import board
from akeyi.onward import trips
from akeyi.onward.facts.contact import TripHeardOf
from akeyi.onward.facts.departure import TripDeparted
from akeyi.onward.facts.exit import Left
from akeyi.onward.facts.route import RouteRevised
from akeyi.onward.facts.route_status import RouteStatusSaid
from akeyi.onward.facts.trip import TripRevised
from akeyi.onward.queries import exits
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import a_viewer

pytestmark = pytest.mark.django_db
ROAD = "0190a5c0-0000-7000-8000-0000000000a1"
BUS = "0190a5c0-0000-7000-8000-0000000000b1"
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
    return Tablet(site, a_worker(site, roles=("manager",)))


@pytest.fixture
def viewer(site):
    return a_viewer("guerline", site, "manager")


@pytest.fixture
def bus(site, tablet):
    tablet.tell(RouteRevised(destination="HT03", via="RN1", takes_min=420), ROAD)
    tablet.tell(TripRevised(route=ROAD, vehicle="White bus", seats=2), BUS)
    return BUS


@pytest.fixture
def rose(tablet, arrival):
    tablet.tell(ReceptionRevised(arrival=arrival, given_names="Rose-Laure"), ROSE, (arrival,))
    return ROSE


@pytest.fixture
def household(tablet, arrival):
    tablet.tell(ReceptionRevised(arrival=arrival, is_token=True), TOKEN, (arrival,))
    tablet.tell(HouseholdMoved(target=TOKEN, why="arrived", groups={"woman": 1, "girl": 1}), TOKEN, (arrival,))
    return TOKEN


def says(worker_of, status, **more):
    worker_of.tell(RouteStatusSaid(status=status, said_by="The driver", **more), ROAD)


def gets_on(tablet, card, arrival, **more):
    tablet.tell(Left(how="on_a_trip", trip=BUS, **more), card, (arrival,))


def columns(site):
    told = board(site)[0].columns
    return told["inside"], told["left"]


def the_bus(viewer, at=None):
    return trips.trip(viewer, BUS, at or datetime.now(UTC))


def test_an_open_road_of_which_nobody_has_said_so_since_is_unknown_and_a_closed_one_stays_closed(site, bus, viewer):
    by_safety = Tablet(site, a_worker(site, "Ketia", ("safety",)), label="Tablet 2")
    now = datetime.now(UTC)

    def status(at):
        [road] = trips.roads(viewer, at)
        return road.status

    assert status(now) == "unknown"
    says(by_safety, "open", until=now + timedelta(hours=2))
    assert status(now + timedelta(hours=1)) == "open"
    assert status(now + timedelta(hours=3)) == "unknown"
    says(by_safety, "open")
    assert status(now + timedelta(hours=11)) == "open"
    assert status(now + timedelta(hours=13)) == "unknown"
    says(by_safety, "closed")
    assert status(now + timedelta(days=3)) == "closed"


def test_whoever_is_on_the_bus_is_inside_until_it_leaves_and_again_if_it_turns_back(site, arrival, tablet, bus, rose):
    gets_on(tablet, rose, arrival)
    assert columns(site) == (1, 0)
    tablet.tell(TripDeparted(), BUS)
    assert columns(site) == (0, 1)
    assert [one[:3] for one in exits(site)] == [(rose, 1, "on_a_trip")]
    tablet.tell(TripHeardOf(what="on_the_way"), BUS)
    assert columns(site) == (0, 1)
    tablet.tell(TripHeardOf(what="turned_back"), BUS)
    assert columns(site) == (1, 0)
    tablet.tell(TripDeparted(), BUS)
    tablet.tell(TripHeardOf(what="arrived"), BUS)
    assert columns(site) == (0, 1)


def test_a_scan_that_comes_after_the_bus_has_left_counts_as_left_too(site, arrival, tablet, bus, rose):
    tablet.tell(TripDeparted(), BUS)
    gets_on(tablet, rose, arrival)
    assert columns(site) == (0, 1)


def test_two_tablets_that_scan_one_card_fill_one_seat_and_a_household_as_many_as_it_has_people(
    site, arrival, tablet, bus, viewer, rose, household
):
    other = Tablet(site, label="Tablet 2")
    gets_on(tablet, rose, arrival)
    gets_on(other, rose, arrival)
    gets_on(tablet, household, arrival, people=2, groups={"woman": 1, "girl": 1})
    assert the_bus(viewer).on_it == {rose: 1, household: 2}
    assert the_bus(viewer).seats_left == -1
    tablet.tell(TripDeparted(), BUS)
    assert columns(site) == (0, 3)


def test_whoever_changed_the_bus_sits_on_the_one_they_said_last(site, arrival, tablet, bus, viewer, rose):
    gets_on(tablet, rose, arrival)
    tablet.tell(Left(how="own_way"), rose, (arrival,))
    assert the_bus(viewer).on_it == {}
    assert columns(site) == (0, 1)


def test_nobody_heard_of_by_when_they_were_due_is_overdue_until_somebody_has(tablet, bus, viewer):
    now = datetime.now(UTC)
    assert not the_bus(viewer).is_overdue(now + timedelta(hours=9))
    tablet.tell(TripDeparted(), BUS)
    assert not the_bus(viewer).is_overdue(now + timedelta(hours=6, minutes=50))
    assert the_bus(viewer).is_overdue(now + timedelta(hours=7, minutes=10))
    tablet.tell(TripHeardOf(what="on_the_way"), BUS)
    assert the_bus(viewer).is_overdue(now + timedelta(hours=7, minutes=10))
    tablet.tell(TripHeardOf(what="arrived"), BUS)
    assert not the_bus(viewer).is_overdue(now + timedelta(hours=9))


def test_a_trip_that_left_on_a_closed_road_without_a_name_is_shown_as_that_whatever_the_road_is_later(
    site, tablet, bus, viewer
):
    by_safety = Tablet(site, a_worker(site, "Ketia", ("safety",)), label="Tablet 2")
    says(by_safety, "closed")
    tablet.tell(TripDeparted(), BUS)
    says(by_safety, "open")
    assert the_bus(viewer).went_on_closed_road
    tablet.tell(TripDeparted(why="A convoy goes ahead"), BUS)
    assert not the_bus(viewer).went_on_closed_road


def test_a_closed_road_stays_closed_after_its_hour_and_is_to_be_asked_about(viewer, tablet, bus):
    now = datetime.now(UTC)
    tablet.tell(RouteStatusSaid(status="closed", said_by="The radio", until=now + timedelta(hours=2)), ROAD)
    [before] = trips.roads(viewer, now)
    [after] = trips.roads(viewer, now + timedelta(hours=3))
    assert (before.status, before.has_run_out) == ("closed", False)
    assert (after.status, after.has_run_out) == ("closed", True)
    assert before.until == after.until
