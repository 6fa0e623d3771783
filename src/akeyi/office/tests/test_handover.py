"""Handing a shift over: what is open on one page, taken over by PIN, kept as it was."""

from datetime import UTC, datetime

import pytest

from akeyi.arrivals.facts.tally import Tallied
from akeyi.journal.tell import Saying, tell
from akeyi.office import handover_lines
from akeyi.office.models import Handover
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import PIN, Tablet, a_series, a_site, a_worker, an_arrival
from akeyi.testing.office import a_viewer, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def flight(site):
    """Three people came; one has a card and a name."""
    arrival = an_arrival(site, status="landed", landed_at=datetime(2021, 9, 19, 15, tzinfo=UTC))
    counted = Tallied(group="woman", count=3, counting="count", door="A", how="tap")
    number = a_series(site).draw()[0]
    named = ReceptionRevised(card=number, arrival=arrival, given_names="Rose-Laure", family_name="Secret")
    subject = str(a_series(site).reception_id(number))
    tell(
        Saying(counted, site=site, subject=arrival, arrivals=[arrival]),
        Saying(named, site=site, subject=subject, arrivals=[arrival]),
    )
    return arrival


def test_the_page_speaks_four_languages(site, flight):
    in_four_languages(signed_in(site), "/office/handover/")


def test_it_says_who_is_inside_per_arrival_and_names_nobody(site, flight):
    text = page(signed_in(site), "/office/handover/")
    assert "GXA 3301" in text and "People inside" in text
    assert "Rose-Laure" not in text and "Secret" not in text


def test_a_silent_tablet_and_what_it_holds_are_named(site):
    tablet = Tablet(site, label="Tablet 4")
    tablet.unsent = [{}, {}]
    tablet.pull()
    sections = {one.name: one for one in handover_lines.sections(_viewer(site))}
    assert sections["silent"].count == 0
    assert (sections["unsent"].count, sections["unsent"].lines[0]["about"]) == (2, "Tablet 4")


def _viewer(site):
    return a_viewer(a_worker(site, "Somebody"), site, "clerk")


def test_a_section_without_lines_says_zero(site):
    text = page(signed_in(site), "/office/handover/")
    for heading in ("Silent tablets", "Facts set aside", "Releases of children to look at", "Arrivals still open"):
        assert heading in text
    assert text.count(">none<") == len(handover_lines.sections(_viewer(site)))


def test_whoever_takes_over_gives_their_own_pin(site, flight):
    client = signed_in(site, "clerk")
    taker = a_worker(site, "Wilner", pin="135790")
    answer = client.post("/office/handover/", {"worker": taker, "pin": "135790"}, follow=True)
    assert "Wilner has taken over." in answer.content.decode()
    told = Handover.objects.get()
    assert (told.from_worker, told.to_worker) == (client.worker, taker)
    assert {"name": "inside", "about": "GXA 3301", "count": 3} in told.lines


def test_a_wrong_pin_takes_nothing_over(site):
    taker = a_worker(site, "Wilner", pin="135790")
    answer = signed_in(site).post("/office/handover/", {"worker": taker, "pin": PIN})
    assert "The PIN is not right." in answer.content.decode()
    assert Handover.objects.count() == 0


def test_nobody_takes_over_who_does_not_work_here(site):
    elsewhere = a_worker(a_site(code="OUA"), "Wilner")
    signed_in(site).post("/office/handover/", {"worker": elsewhere, "pin": PIN})
    assert Handover.objects.count() == 0


def test_a_handover_stays_as_it_was(site, flight):
    client = signed_in(site)
    client.post("/office/handover/", {"worker": client.worker, "pin": PIN})
    more = Tallied(group="man", count=40, counting="count", door="A", how="tap")
    tell(Saying(more, site=site, subject=flight, arrivals=[flight]))
    told = Handover.objects.get()
    assert told.from_worker is None
    in_four_languages(client, f"/office/handover/{told.id}/")
    assert ">3<" in page(client, f"/office/handover/{told.id}/")
    assert ">43<" in page(client, "/office/handover/")


def test_more_arrivals_than_a_fact_can_hold_are_summed_up(site):
    for number in range(60):
        an_arrival(site, f"Truck with a long label, number {number}")
    client = signed_in(site)
    client.post("/office/handover/", {"worker": client.worker, "pin": PIN})
    kept = [line for line in Handover.objects.get().lines if line["name"] == "open_arrivals"]
    assert len(kept) == 21 and sum(line["count"] for line in kept) == 60


def test_statistics_hands_nothing_over(site, flight):
    page(signed_in(site, "statistics"), "/office/handover/", status=403)
