"""A tablet hands over what it cannot read itself: the hub opens it, and what it cannot open holds up nothing else."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.serialization import load_der_private_key
from hypothesis import given
from hypothesis import strategies as st

from akeyi.access import devices
from akeyi.access.sealed_facts import HEADER, Opening, frames, read_sealed
from akeyi.access.sealing_as_tablets import Sealing, framed
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.models import Tally
from akeyi.journal.envelope import BODY_AT_MOST
from akeyi.journal.ids import new_id
from akeyi.journal.models import Envelope, Unreadable
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site

pytestmark = pytest.mark.django_db

ONE_WOMAN = Tallied(group="woman", count=1, counting="count", door="A", how="tap")


@pytest.fixture
def tablet():
    return Tablet(a_site())


def sealed(tablet, fact, content=None, by=None):
    content = json.dumps(fact).encode() if content is None else content
    return (by or tablet.sealing).told(fact["id"], fact["n"], fact["wall"], content)


def sent(tablet, *told):
    answer = tablet.ask("/journal/facts", tablet.sealing.batch(*told))
    assert answer.status_code == 200, answer.content
    return {one["id"]: one.get("reason", one["answer"]) for one in answer.json()["answers"]}


def test_facts_behind_several_walls_arrive_in_one_batch(tablet):
    tally, name = tablet.keep(ONE_WOMAN), tablet.keep(ReceptionRevised(family_name="Toussaint"))
    void = tablet.keep(ONE_WOMAN, wall="reception")
    assert {one["answer"] for one in tablet.send()} == {"stored"}
    assert set(Envelope.objects.filter(device=tablet.device).values_list("id", flat=True)) == {
        tally["id"], name["id"], void["id"]
    }  # fmt: skip


def test_what_is_sealed_for_another_hub_is_kept_as_it_came_and_the_rest_goes_on(tablet):
    other = Sealing(devices.key_pair()["public"])
    bad, good = tablet.keep(ReceptionRevised(family_name="Toussaint")), tablet.keep(ONE_WOMAN)
    batch = other.batch(sealed(tablet, bad, by=other))
    for _ in range(2):
        answers = tablet.ask("/journal/facts", batch).json()["answers"]
        assert answers == [{"id": bad["id"], "answer": "set aside", "reason": "sealed for another hub, or changed"}]
    assert sent(tablet, sealed(tablet, good)) == {good["id"]: "stored"}
    assert bytes(Unreadable.objects.get().bytes) == batch


@pytest.mark.parametrize(
    "key",
    [b"", b"\2", b"\2\0\5short", b"\2\0\x71" + bytes(113), b"\2\0\x71\4" + bytes(112), b"\1\0\1k"],
    ids=["nothing", "half", "short", "no point", "a point off the curve", "for the wall alone"],
)
def test_a_segment_without_a_key_for_the_hub_does_not_open(tablet, key):
    fact = tablet.keep(ONE_WOMAN)
    segment, frame = sealed(tablet, fact)
    [answer] = tablet.ask("/journal/facts", framed(1, segment, key) + frame).json()["answers"]
    assert (answer["id"], answer["answer"]) == (fact["id"], "set aside")


def test_a_record_under_another_header_does_not_open(tablet):
    one, other = tablet.keep(ONE_WOMAN), tablet.keep(ONE_WOMAN)
    segment, frame = sealed(tablet, one)
    moved = framed(2, segment, frame[HEADER.size :], other["n"], bytes.fromhex(other["id"].replace("-", "")))
    assert sent(tablet, (segment, moved)) == {other["id"]: "sealed for another hub, or changed"}


def test_a_record_without_the_head_of_its_segment_does_not_open(tablet):
    fact = tablet.keep(ONE_WOMAN)
    _, frame = sealed(tablet, fact)
    [answer] = tablet.ask("/journal/facts", frame).json()["answers"]
    assert (answer["id"], answer["answer"]) == (fact["id"], "set aside")


def test_a_fact_that_is_not_the_one_its_frame_names_is_set_aside(tablet):
    fact, other = tablet.keep(ONE_WOMAN), tablet.keep(ONE_WOMAN)
    told = sealed(tablet, fact, json.dumps(other).encode())
    assert sent(tablet, told) == {fact["id"]: "another fact than its frame says"}
    assert not Tally.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"7", b"[]", b"{}", b'{"id": "x"}', b"\xff\xfe", b'{"id":"\\ud800"}', b"[" * 100_000],
    ids=["empty", "null", "a number", "a list", "an object", "an id", "no UTF-8", "half a sign", "deep"],
)
def test_what_is_no_fact_does_not_hold_up_the_rest(tablet, content):
    bad, good = tablet.keep(ONE_WOMAN), tablet.keep(ONE_WOMAN)
    assert sent(tablet, sealed(tablet, bad, content), sealed(tablet, good)) == {
        bad["id"]: "no fact",
        good["id"]: "stored",
    }
    assert Unreadable.objects.get().came_from == tablet.device


def test_a_body_above_16_kB_is_no_fact(tablet):
    fact = tablet.keep(ONE_WOMAN) | {"body": "a" * (BODY_AT_MOST + 1)}
    assert sent(tablet, sealed(tablet, fact)) == {fact["id"]: "no fact"}


def test_what_is_kept_beside_is_sealed_and_the_hub_s_key_still_opens_it(tablet):
    fact = tablet.keep(ONE_WOMAN)
    sent(tablet, sealed(tablet, fact, b'{"family_name": "Toussaint"}'))
    kept = bytes(Unreadable.objects.get().bytes)
    assert b"Toussaint" not in kept
    head, record = frames(kept)
    opening = Opening(devices.hub_private_key())
    opening.head(head)
    assert opening.open(record) == b'{"family_name": "Toussaint"}'


@pytest.mark.parametrize("data", [b"AK", b"{}", b"\xff" * 40, b'{"facts": []}' * 9], ids=["short", "json", "none", "x"])
def test_bytes_that_are_no_log_are_refused_as_a_whole(tablet, data):
    answer = tablet.ask("/journal/facts", data)
    assert (answer.status_code, answer.json()["error"]["number"]) == (400, 106)


def test_a_batch_that_was_cut_off_or_changed_on_the_way_is_refused_as_a_whole(tablet):
    batch = tablet.sealing.batch(sealed(tablet, tablet.keep(ONE_WOMAN)))
    changed = bytearray(batch)
    changed[-1] ^= 1
    for data in (batch[:-1], bytes(changed)):
        assert tablet.ask("/journal/facts", data).status_code == 400
    assert not Tally.objects.exists()


def test_nothing_told_is_no_error(tablet):
    assert tablet.ask("/journal/facts", b"").json()["answers"] == []


def test_an_id_that_nobody_knows_yet_is_answered_as_the_frame_says_it(tablet):
    id = new_id()
    told = tablet.sealing.told(id, 7, "reception", b"?")
    assert sent(tablet, told) == {id: "no fact"}


@given(
    data=st.data(),
    contents=st.lists(st.binary(max_size=60), max_size=4),
    loss=st.integers(0, 40),
)
def test_whatever_bytes_come_they_are_facts_unreadable_or_refused(data, contents, loss):
    pair = devices.key_pair()
    key = load_der_private_key(base64.b64decode(pair["private"]), None)
    sealing = Sealing(pair["public"])
    told = [sealing.told(new_id(), n, "reception", content) for n, content in enumerate(contents, 1)]
    batch = bytearray(sealing.batch(*told))
    whole = [framed(1, 1, bytes(data.draw(st.binary(max_size=90)))) for _ in range(loss % 3)]
    for _ in range(loss // 8):
        if batch:
            batch[data.draw(st.integers(0, len(batch) - 1))] ^= 1 << loss % 8
    try:
        facts, broken = read_sealed(b"".join([*whole, bytes(batch)]), key, 500)
    except ValueError:
        return
    assert (len(facts), len(broken)) == (0, len(contents))
