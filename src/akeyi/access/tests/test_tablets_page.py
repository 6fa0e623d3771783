"""The page of tablets: when heard, what is missing, out of service, and what waits for a decision."""

import pytest

from akeyi.access.facts.shut_out import WasShutOut
from akeyi.access.held_back import held_back
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.models import Tally
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db

ONE_WOMAN = Tallied(group="woman", count=1, counting="count", door="A", how="tap")


def test_the_page_speaks_four_languages():
    site = a_site()
    Tablet(site)
    client = signed_in(site)
    in_four_languages(client, "/office/tablets/")
    in_four_languages(client, "/office/tablets/new/")


def test_only_a_manager_opens_it():
    page(signed_in(a_site(), "clerk"), "/office/tablets/", status=403)


def test_a_missing_number_is_named():
    site = a_site()
    arrival = an_arrival(site)
    tablet = Tablet(site, label="Tablet 7")
    for _ in range(4):
        tablet.keep(ONE_WOMAN, arrival, (arrival,))
    del tablet.unsent[1:3]
    tablet.send()
    text = page(signed_in(site), "/office/tablets/")
    assert "Tablet 7" in text and "2–3" in text


def test_a_tablet_heard_now_is_not_silent():
    site = a_site()
    tablet = Tablet(site)
    client = signed_in(site)
    assert ">silent<" in page(client, "/office/tablets/")
    tablet.pull()
    assert ">silent<" not in page(client, "/office/tablets/")


def test_a_new_tablet_gets_a_code_that_enrols_it(client):
    site = a_site()
    text = signed_in(site).post("/office/tablets/new/", {"label": "Tablet 9"}).content.decode()
    assert "<svg" in text and "/desk/" in text
    code = text.split('class="lead number">')[1].split("<")[0]
    enrolled = client.post("/access/enrol", {"code": code.replace(" ", "")}, content_type="application/json")
    assert enrolled.json()["label"] == "Tablet 9"


def test_what_a_withdrawn_tablet_tells_waits_and_can_be_taken_in():
    site = a_site()
    arrival = an_arrival(site)
    tablet = Tablet(site, label="Tablet 3")
    client = signed_in(site)
    client.post(f"/office/tablets/{tablet.device}/withdraw")
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    assert Tally.objects.count() == 0
    assert "Told by tablets out of service" in page(client, "/office/tablets/")
    client.post(f"/office/tablets/{tablet.device}/settle", {"verdict": "taken_in"})
    assert Tally.objects.count() == 1
    assert held_back(site) == []


def test_what_is_kept_refused_is_no_longer_asked_about():
    site = a_site()
    arrival = an_arrival(site)
    tablet = Tablet(site)
    client = signed_in(site)
    client.post(f"/office/tablets/{tablet.device}/withdraw")
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    client.post(f"/office/tablets/{tablet.device}/settle", {"verdict": "refused"})
    assert Tally.objects.count() == 0
    assert "Told by tablets out of service" not in page(client, "/office/tablets/")


def test_a_tablet_of_another_site_is_not_ours_to_withdraw():
    elsewhere = Tablet(a_site(code="OUA"))
    client = signed_in(a_site())
    assert client.post(f"/office/tablets/{elsewhere.device}/withdraw").status_code == 404
    assert elsewhere.pull() is not None


def test_a_worker_whose_keys_wrong_pins_destroyed_is_named_to_the_manager():
    site = a_site()
    worker = a_worker(site, "Guerline")
    tablet = Tablet(site, label="Tablet 7")
    client = signed_in(site)
    assert "Wrong PINs" not in page(client, "/office/tablets/")
    # Nobody is signed in: the tablet says so itself.
    tablet.tell(WasShutOut(wrong_pins=10), worker)
    text = page(client, "/office/tablets/")
    assert "Wrong PINs" in text and "Tablet 7 · Guerline" in text
    in_four_languages(client, "/office/tablets/")
