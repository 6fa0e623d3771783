"""The night: whoever has a bed or waits is on the list, and whoever was told nothing stands on top of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from akeyi.onward import nights
from akeyi.onward.facts.exit import Left
from akeyi.onward.facts.night import NightTold
from akeyi.onward.facts.route import RouteRevised
from akeyi.onward.facts.route_status import RouteStatusSaid
from akeyi.onward.facts.trip import TripRevised
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.planning.queries import plan
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import a_viewer, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
ROAD = "0190a5c0-0000-7000-8000-0000000000a1"
BUS = "0190a5c0-0000-7000-8000-0000000000b1"
ROSE = "0190a5c0-0000-8000-8000-00000000000a"
JEAN = "0190a5c0-0000-8000-8000-00000000000c"
TOKEN = "0190a5c0-0000-8000-8000-00000000000b"
# Noon, and eight in the evening, at the site.
NOON, EVENING = datetime(2021, 9, 19, 16, tzinfo=UTC), datetime(2021, 9, 20, 0, tzinfo=UTC)


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def tablet(site):
    return Tablet(site, a_worker(site, roles=("manager",)))


@pytest.fixture
def viewer(site):
    return a_viewer("guerline", site, "manager")


@pytest.fixture
def hall(site, tablet):
    arrival = an_arrival(site)
    tablet.tell(RouteRevised(destination="HT03", via="RN1", is_active=True), ROAD)
    for id, card, to in ((ROSE, "41800016", "HT0311"), (JEAN, "41800024", "HT0211")):
        tablet.tell(
            ReceptionRevised(arrival=arrival, card=card, destination=to, given_names="Rose-Laure"), id, (arrival,)
        )
    return arrival


def told_nothing(viewer, now):
    return {one.reception for one in nights.tonight(viewer, now).unsaid}


def test_whoever_has_a_closed_road_or_is_here_in_the_dark_is_told_something(viewer, tablet, hall):
    assert told_nothing(viewer, NOON) == set()
    tablet.tell(RouteStatusSaid(status="closed", said_by="The radio"), ROAD)
    assert told_nothing(viewer, NOON) == {ROSE}
    assert told_nothing(viewer, EVENING) == {ROSE, JEAN}
    tablet.tell(NightTold(where="women"), ROSE, (hall,))
    tablet.tell(NightTold(where="waits"), JEAN, (hall,))
    assert told_nothing(viewer, EVENING) == set()


def test_the_last_word_says_where_and_nights_are_counted(viewer, tablet, hall):
    for where in ("women", "slept", "families", "slept"):
        tablet.tell(NightTold(where=where), ROSE, (hall,))
    found = nights.tonight(viewer, NOON)
    [rose] = found.by_place["families"]
    assert (rose.reception, rose.people, rose.slept, found.in_beds) == (ROSE, 1, 2, 1)
    tablet.tell(NightTold(where="nothing"), ROSE, (hall,))
    assert nights.tonight(viewer, NOON).in_beds == 0


def test_whoever_left_or_is_on_a_bus_is_off_the_list(viewer, tablet, hall):
    tablet.tell(NightTold(where="women"), ROSE, (hall,))
    tablet.tell(NightTold(where="men"), JEAN, (hall,))
    tablet.tell(TripRevised(route=ROAD, vehicle="White bus"), BUS)
    tablet.tell(Left(how="on_a_trip", trip=BUS), ROSE, (hall,))
    tablet.tell(Left(how="own_way"), JEAN, (hall,))
    assert nights.tonight(viewer, EVENING).in_beds == 0
    assert told_nothing(viewer, EVENING) == set()


def test_a_household_sleeps_as_many_as_are_still_here(viewer, tablet, hall):
    tablet.tell(ReceptionRevised(arrival=hall, card="41800032", is_token=True), TOKEN, (hall,))
    tablet.tell(HouseholdMoved(target=TOKEN, groups={"woman": 1, "girl": 3}, why="arrived"), TOKEN, (hall,))
    tablet.tell(NightTold(where="families"), TOKEN, (hall,))
    tablet.tell(Left(how="own_way", people=1, groups={"woman": 1}), TOKEN, (hall,))
    assert nights.tonight(viewer, NOON).in_beds == 3


def test_the_page_has_cards_and_places_and_no_name(site, tablet, hall):
    manager = signed_in(site, short_name="Guerline")
    tablet.tell(RouteStatusSaid(status="closed", said_by="The radio"), ROAD)
    tablet.tell(NightTold(where="families"), JEAN, (hall,))
    shown = page(manager, "/office/nights/")
    assert "Still here, and nobody has said where they sleep" in shown
    assert "4180 0016" in shown and "4180 0024" in shown and "Rose-Laure" not in shown
    in_four_languages(manager, "/office/nights/")


def test_the_plan_of_a_day_knows_its_seats_and_who_has_a_bed(viewer, tablet, hall):
    tablet.tell(NightTold(where="men"), JEAN, (hall,))
    for bus, leaves_at, is_cancelled in ((BUS, NOON, None), (TOKEN, NOON, True), (ROSE, EVENING + timedelta(1), None)):
        tablet.tell(TripRevised(route=ROAD, seats=50, leaves_at=leaves_at, is_cancelled=is_cancelled), bus)
    found = plan(viewer, date(2021, 9, 19))
    assert (found.seats, found.in_beds) == (50, 1)
