"""An arrival moves on, or the plan changes; a step taken by mistake can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from akeyi.arrivals import files, queries, rules
from akeyi.arrivals.models import Arrival
from akeyi.journal.ids import new_id
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files of lists lie outside the database, so each test has a folder of its own for them."""
    settings.VAR = tmp_path


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def office(site):
    return signed_in(site)


@pytest.fixture
def flight(site):
    return an_arrival(site)


def step(office, arrival, to, **more):
    return office.post(f"/office/arrivals/{arrival}/status", {"status": to} | more, follow=True).content.decode()


def now(arrival):
    return Arrival.objects.get(subject=arrival)


def test_it_goes_from_announced_to_closed(office, flight):
    for to in ("confirmed", "under_way", "landed", "met", "closed"):
        step(office, flight, to)
        assert now(flight).status == to
    assert [status for _, status in queries.statuses(flight)] == [
        *("announced", "confirmed", "under_way", "landed", "met", "closed")
    ]


def test_landing_notes_the_time(office, flight):
    step(office, flight, "landed")
    assert now(flight).landed_at


def test_only_steps_that_follow_are_offered_and_taken(office, flight):
    html = page(office, f"/office/arrivals/{flight}/")
    assert 'value="confirmed"' in html and 'value="met"' not in html
    assert "Somebody changed this arrival just now" in step(office, flight, "met")
    assert now(flight).status == "announced"


def test_where_a_diverted_flight_goes_is_kept(office, flight):
    html = step(office, flight, "diverted", elsewhere="Cap-Haïtien")
    assert now(flight).status == "diverted" and "now goes to Cap-Haïtien" in html


def test_a_cancelled_arrival_can_be_announced_again(office, flight):
    step(office, flight, "cancelled")
    step(office, flight, "announced")
    assert now(flight).status == "announced"


def test_a_step_can_be_taken_back_for_ten_minutes(office, flight):
    step(office, flight, "landed")
    assert "Back to: Announced" in page(office, f"/office/arrivals/{flight}/")
    step(office, flight, "announced")
    assert now(flight).status == "announced"


def test_later_it_cannot(office, flight):
    step(office, flight, "landed")
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=11)):
        assert "Back to" not in page(office, f"/office/arrivals/{flight}/")
        step(office, flight, "announced")
    assert now(flight).status == "landed"


def test_a_status_said_twice_is_nothing_to_go_back_to():
    at = datetime.now(UTC)
    assert rules.may_go_back_to([(at, "landed"), (at, "landed")], at) is None
    assert rules.may_go_back_to([(at, "landed")], at) is None


def test_closing_deletes_the_files_of_its_lists(office, flight):
    files.keep(flight, new_id(), b"a list", files.Sent("list.csv", "Carrier", datetime.now(UTC).isoformat()))
    step(office, flight, "landed")
    assert files.of(flight)
    step(office, flight, "closed")
    assert not files.of(flight) and flight not in files.arrivals_with_files()


def test_a_flow_on_foot_goes_on_with_the_next_shift(office, site):
    before = an_arrival(site, "On foot 08:00", how="on_foot", status="met")
    office.post(f"/office/arrivals/{before}/next-shift")
    after = Arrival.objects.exclude(subject=before).get()
    assert now(before).status == "closed" and (after.status, after.follows) == ("met", before)
    assert f'href="/office/arrivals/{before}/"' in page(office, f"/office/arrivals/{after.subject}/")


def test_a_flight_has_no_shifts(office, flight):
    assert office.post(f"/office/arrivals/{flight}/next-shift").status_code == 404
