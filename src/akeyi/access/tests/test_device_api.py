"""A tablet is enrolled, lets its worker in, tells and fetches facts, and is taken out of service."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access import devices, pins
from akeyi.access.models import WrongPins
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.models import Tally
from akeyi.journal.envelope import id_sum
from akeyi.journal.ids import id_bytes, new_id
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker, an_arrival

pytestmark = pytest.mark.django_db

ONE_WOMAN = Tallied(group="woman", count=1, counting="count", door="A", how="tap")


def test_a_code_enrols_one_tablet_once(client):
    site = a_site()
    code = devices.offer_enrolment(site, "Tablet 7")
    first = client.post("/access/enrol", {"code": code.lower()}, content_type="application/json")
    assert first.json()["label"] == "Tablet 7"
    again = client.post("/access/enrol", {"code": code}, content_type="application/json")
    assert again.status_code == 403
    assert again.json()["error"]["number"] == 103


def test_a_tablet_nobody_knows_is_told_what_to_do():
    tablet = Tablet(a_site())
    tablet.token = "something else"
    answer = tablet.ask("/access/device")
    assert answer.status_code == 401
    assert answer.json()["error"]["next"]


def test_the_tablet_learns_its_site_and_who_works_there():
    site = a_site()
    worker = a_worker(site, "Guerline")
    about = Tablet(site).ask("/access/device").json()
    assert about["site"]["name"] == "Port-au-Prince"
    [known] = about["workers"]
    assert {"id": worker, "short_name": "Guerline", "languages": ["ht", "fr"]}.items() <= known.items()
    assert "register" in known["places"] and known["finds"]
    assert about["settings"]["lock_s"]["reception"] == 180


def test_the_right_pin_opens_the_ring_and_a_wrong_one_does_not():
    site = a_site()
    worker = a_worker(site)
    tablet = Tablet(site)
    wrong = tablet.ask("/access/sign-in", {"worker": worker, "pin": "000000"})
    assert wrong.status_code == 401
    assert wrong.json()["error"]["number"] == 104
    right = tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()
    assert right["worker"]["short_name"] == "Guerline"
    assert "reception" in right["walls"]
    assert "office" not in right["walls"]
    # Nothing by which a tablet could tell a right PIN from a wrong one without opening the ring.
    assert set(right) == {"worker", "walls", "until", "pin_cost", "badge", "own_key", "pull_key"}


def test_wrong_pins_one_after_another_have_to_wait():
    site = a_site()
    worker = a_worker(site)
    tablet = Tablet(site)
    answers = [tablet.ask("/access/sign-in", {"worker": worker, "pin": "000000"}).status_code for _ in range(6)]
    assert answers == [401] * 5 + [429]


def test_wrong_pins_on_one_tablet_keep_nobody_from_working_on_another():
    site = a_site()
    worker = a_worker(site)
    stolen, other = Tablet(site), Tablet(site, label="Tablet 2")
    for _ in range(6):
        stolen.ask("/access/sign-in", {"worker": worker, "pin": "000000"})
    assert stolen.ask("/access/sign-in", {"worker": worker, "pin": PIN}).status_code == 429
    assert other.ask("/access/sign-in", {"worker": worker, "pin": PIN}).status_code == 200


def test_nobody_is_locked_out_for_longer_than_seventeen_minutes_however_many_wrong_pins_were_typed():
    site = a_site()
    worker = a_worker(site)
    tablet = Tablet(site)
    tablet.ask("/access/sign-in", {"worker": worker, "pin": "000000"})
    WrongPins.objects.update(tries=900, tried_at=datetime.now(UTC) - timedelta(minutes=16))
    assert tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()["error"]["parameters"]["seconds"] < 70
    WrongPins.objects.update(tried_at=datetime.now(UTC) - timedelta(minutes=18))
    assert tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).status_code == 200
    assert WrongPins.objects.count() == 0


def test_a_worker_of_another_site_cannot_sign_in_here():
    here, there = a_site(), a_site("CAP", "Cap-Haïtien")
    stranger = a_worker(there)
    assert Tablet(here).ask("/access/sign-in", {"worker": stranger, "pin": PIN}).status_code == 401


def test_what_one_tablet_tells_another_fetches_and_the_stream_can_be_compared():
    site = a_site()
    arrival = an_arrival(site)
    one, other = Tablet(site), Tablet(site, a_worker(site), label="Tablet 2")
    told = {one.tell(ONE_WOMAN, arrival, (arrival,)) for _ in range(3)}
    stream = f"{site}/{arrival}/reception"
    fetched = [fact for fact in other.pull() if fact["stream"] == stream]
    assert {fact["id"] for fact in fetched if fact["kind"] == "arrivals.tally"} == told
    compared = other.ask("/journal/pull", {"epoch": other.epoch, "streams": other.cursors}).json()["streams"][stream]
    total = sum(id_sum(id_bytes(fact["id"])) for fact in fetched) % (1 << 64)
    assert compared == {"count": len(fetched), "hash": f"{total:016x}"}
    assert other.pull() == []


def test_what_stands_behind_the_office_wall_never_reaches_a_tablet():
    site = a_site()
    assert {fact["wall"] for fact in Tablet(site, a_worker(site, roles=("manager",))).pull()} == {"reception"}


def test_a_closed_arrival_leaves_the_tablet():
    site = a_site()
    arrival = an_arrival(site, status="met")
    tablet = Tablet(site, a_worker(site))
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    stream = f"{site}/{arrival}/reception"
    asked = {"epoch": None, "streams": {}}
    assert stream in tablet.ask("/journal/pull", asked).json()["streams"]
    tell(Saying(ArrivalRevised(status="closed"), site=site, subject=arrival))
    assert stream not in tablet.ask("/journal/pull", asked).json()["streams"]


def test_what_a_withdrawn_tablet_tells_is_kept_and_waits_for_a_decision():
    site = a_site()
    arrival = an_arrival(site)
    tablet, other = Tablet(site), Tablet(site, a_worker(site), label="Tablet 2")
    tablet.keep(ONE_WOMAN, arrival, (arrival,))
    fact = tablet.unsent[0]["id"]
    devices.withdraw(tablet.device)
    assert tablet.send() == [{"id": fact, "answer": "stored"}]
    assert Tally.objects.count() == 0
    assert fact not in {one["id"] for one in other.pull()}
    assert tablet.ask("/journal/pull", {}).status_code == 403
    devices.take_in([fact])
    assert Tally.objects.count() == 1
    assert fact in {one["id"] for one in other.pull()}


def test_more_than_five_hundred_facts_are_refused_as_a_whole():
    tablet = Tablet(a_site())
    told = [tablet.sealing.told(new_id(), n, "reception", b"{}") for n in range(1, 502)]
    assert tablet.ask("/journal/facts", tablet.sealing.batch(*told)).json()["error"]["number"] == 107


def test_a_worker_has_a_key_of_their_own_on_each_tablet_that_outlives_their_pin():
    site = a_site()
    nadia, wilson = a_worker(site, "Nadia"), a_worker(site, "Wilson")
    one, other = Tablet(site), Tablet(site, label="Tablet 2")

    def own(tablet, worker, pin=PIN):
        return tablet.ask("/access/sign-in", {"worker": worker, "pin": pin}).json()["own_key"]

    first = own(one, nadia)
    assert len(base64.b64decode(first)) == 32
    assert len({first, own(one, wilson), own(other, nadia)}) == 3
    pins.set_pin(nadia, "135790")
    assert own(one, nadia, "135790") == first


def test_a_token_alone_is_told_no_fact_until_somebody_opens_their_ring():
    site = a_site()
    nadia = a_worker(site, "Nadia")
    an_arrival(site)
    tablet = Tablet(site, nadia)
    other = Tablet(site, nadia, label="Tablet 2")

    def pulled(opened_by):
        return tablet.ask("/journal/pull", {"epoch": None, "streams": {}, "opened_by": opened_by}).json()

    key = tablet.opened_by["key"]
    for by in (
        None,
        {"worker": nadia, "key": ""},
        {"worker": nadia, "key": "x" * 44},
        {"worker": nadia, "key": "é"},
        {"worker": nadia, "key": other.opened_by["key"]},
        {"worker": new_id(), "key": key},
    ):
        answer = pulled(by)
        assert answer["facts"] == [] and answer["is_locked"] and not answer["more"]
        # It hears which streams are its own, so it can drop what is not.
        assert f"{site}/-/reception" in answer["streams"]
    assert pulled({"worker": nadia, "key": key})["facts"]
    pins.set_pin(nadia, "135790")
    assert pulled({"worker": nadia, "key": key})["facts"] == [], "the ring has ended"
