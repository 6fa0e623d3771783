"""Roads and trips at the office: who says what of a road, no closed road without a name, a list without names."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from akeyi.journal.models import Envelope
from akeyi.onward.facts.exit import Left
from akeyi.onward.models import Departure, Route, Trip
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def manager(site):
    return signed_in(site, short_name="Guerline")


@pytest.fixture
def clerk(site):
    return signed_in(site, "clerk", short_name="Wilson")


@pytest.fixture
def road(manager):
    manager.post("/office/roads/new/", {"destination": "HT03", "via": "RN1", "takes_min": "420", "is_active": "on"})
    return Route.objects.get().subject


@pytest.fixture
def bus(clerk, road):
    clerk.post("/office/trips/new/", {"route": road, "vehicle": "White bus", "seats": "50", "phone": "3700 0000"})
    return Trip.objects.get().subject


def in_the_form(later):
    """A moment as the site's clock shows it in a field."""
    return (timezone.now() + later).astimezone(ZoneInfo("America/Port-au-Prince")).strftime("%Y-%m-%dT%H:%M")


def says(client, road, status, **more):
    return client.post(f"/office/roads/{road}/", {"status": status, "said_by": "The radio"} | more)


def on_the_bus(site, bus):
    arrival = an_arrival(site)
    tablet = Tablet(site)
    said = ReceptionRevised(arrival=arrival, card="41800016", given_names="Rose-Laure", family_name="Pierre")
    tablet.tell(said, ROSE, (arrival,))
    tablet.tell(Left(how="on_a_trip", trip=bus, destination="HT0311"), ROSE, (arrival,))


def test_the_pages_speak_four_languages(site, manager, road, bus):
    on_the_bus(site, bus)
    says(manager, road, "closed")
    for path in (
        "roads/",
        "roads/new/",
        f"roads/{road}/",
        f"roads/{road}/change",
        "trips/",
        "trips/new/",
        f"trips/{bus}/",
        f"trips/{bus}/change",
        f"trips/{bus}/list",
    ):
        in_four_languages(manager, f"/office/{path}")


def test_before_there_is_a_road_each_page_says_what_to_do_first(manager):
    assert "No road yet" in page(manager, "/office/roads/")
    assert "none stands here yet" in page(manager, "/office/trips/")
    assert "none stands here yet" in page(manager, "/office/trips/new/")


def test_a_road_is_open_until_the_hour_that_was_said_and_the_page_says_by_whom(manager, road):
    assert "nobody yet" in page(manager, "/office/roads/")
    says(manager, road, "open", until=in_the_form(timedelta(hours=2)))
    shown = page(manager, "/office/roads/")
    assert "Road open" in shown and "The radio" in shown
    answer = says(manager, road, "open", until="2021-09-19T12:00", said_by="A driver")
    assert "That moment is over already" in answer.content.decode() and "A driver" in answer.content.decode()


def test_whoever_is_neither_manager_nor_of_safety_reads_roads_and_says_nothing_of_them(site, clerk, road):
    told = Envelope.objects.count()
    assert says(clerk, road, "open").status_code == 403
    assert clerk.get("/office/roads/new/").status_code == 403
    assert Envelope.objects.count() == told
    assert "Say how it is" not in page(clerk, "/office/roads/")
    says(signed_in(site, "safety", short_name="Ketia"), road, "closed")
    assert "Road closed" in page(clerk, "/office/roads/")


def test_on_a_closed_road_a_trip_leaves_by_the_manager_s_word_alone_and_with_the_reason(manager, clerk, road, bus):
    says(manager, road, "closed")
    assert clerk.post(f"/office/trips/{bus}/depart", {"why": "I say so"}).status_code == 403
    answer = manager.post(f"/office/trips/{bus}/depart", {"why": " "})
    assert "This road is closed." in answer.content.decode() and not Departure.objects.exists()
    manager.post(f"/office/trips/{bus}/depart", {"why": "A convoy goes ahead"})
    shown = page(manager, f"/office/trips/{bus}/")
    assert "A convoy goes ahead" in shown and "Guerline" in shown


def test_a_trip_leaves_is_heard_of_and_is_overdue_until_it_is(site, manager, clerk, road, bus):
    on_the_bus(site, bus)
    clerk.post(f"/office/trips/{bus}/depart")
    assert clerk.post(f"/office/trips/{bus}/depart").status_code == 200
    assert Departure.objects.count() == 1
    past = in_the_form(timedelta(hours=-1))
    said = {"route": road, "vehicle": "White bus", "seats": "50", "phone": "3700 0000", "due_at": past}
    clerk.post(f"/office/trips/{bus}/change", said)
    assert "Nobody has heard that they arrived" in page(clerk, "/office/trips/")
    assert "3700 0000" in page(clerk, f"/office/trips/{bus}/")
    clerk.post(f"/office/trips/{bus}/heard", {"what": "arrived", "said_by": "The driver"})
    assert "Nobody has heard that they arrived" not in page(clerk, "/office/trips/")
    assert "They have arrived" in page(clerk, f"/office/trips/{bus}/")


def test_what_was_said_by_mistake_is_taken_back_and_a_trip_that_does_not_go_says_so(clerk, bus):
    clerk.post(f"/office/trips/{bus}/depart")
    clerk.post(f"/office/trips/{bus}/not-left")
    assert not Departure.objects.exists()
    clerk.post(f"/office/trips/{bus}/cancel")
    assert "does not go" in page(clerk, "/office/trips/")
    clerk.post(f"/office/trips/{bus}/depart")
    assert not Departure.objects.exists()


def test_the_driver_s_list_has_numbers_seats_and_stops_and_no_name(site, clerk, bus):
    on_the_bus(site, bus)
    shown = page(clerk, f"/office/trips/{bus}/list")
    assert "4180 0016" in shown and "Cap-Haïtien" in shown
    assert "Rose" not in shown and "Pierre" not in shown


def test_a_trip_of_another_site_is_not_there(bus):
    other = signed_in(a_site("CAP", "Cap-Haïtien"), short_name="Edner")
    for path in ("", "list", "change"):
        assert other.get(f"/office/trips/{bus}/{path}").status_code == 404
    assert other.post(f"/office/trips/{bus}/depart").status_code == 404
