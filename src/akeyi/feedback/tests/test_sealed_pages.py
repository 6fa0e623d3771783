"""The pages of holders: keys made known and ended, boxes by day, two locks one after the other, each opening told."""

import base64
import html
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from akeyi.feedback.facts.sealed import BoxSealed, Lock
from akeyi.feedback.facts.sealed_piece import PieceSealed
from akeyi.feedback.models import HandedOver, Holder, Opened, Sealed
from akeyi.journal.models import Envelope, Verdict
from akeyi.testing.cast import Tablet, a_site
from akeyi.testing.office import in_four_languages, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


def words(answer) -> str:
    """What a page says, whatever is written as a sign of HTML."""
    return html.unescape(answer.content.decode())


def a_holder(site: str, name: str, where: str):
    """Somebody signed in who made a key known; gives their browser and the key."""
    client = signed_in(site, "holder", short_name=name)
    public = base64.b64encode(b"\4" + os.urandom(64)).decode()
    assert client.post("/office/sealed/key", {"where": where, "public_key": public}).status_code == 302
    return client, Holder.objects.get(public_key=public).subject


@pytest.fixture
def ingrid(site):
    return a_holder(site, "Ingrid", "outside")


@pytest.fixture
def solange(site):
    return a_holder(site, "Solange", "inside")


def a_box(site: str, *keys: str) -> str:
    """A box for two keys, as a tablet hands it over; gives its id."""
    first, second = keys
    locks = [
        Lock(outer=outer, inner=inner, key=base64.b64encode(outer.encode()).decode())
        for outer, inner in ((first, second), (second, first))
    ]
    tablet = Tablet(site)
    return tablet.tell(BoxSealed(locks=locks, content="c2VhbGVk"), at="2026-09-19T04:00:00.000Z")


def left(client, box: str, outer: str, inner: str, key: str = "bGVmdA=="):
    return client.post(f"/office/sealed/box/{box}/hand-over", {"outer": outer, "inner": inner, "key": key})


def test_a_box_comes_from_a_tablet_without_a_worker_and_is_listed_by_day(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    shown = words(ingrid[0].get("/office/sealed/"))
    assert "19 September 2026" in shown and f"/office/sealed/box/{box}/" in shown
    assert "Nothing can be sealed yet" not in shown


def test_a_box_in_the_name_of_a_worker_waits(site, ingrid, solange):
    tablet = Tablet(site)
    tablet.worker = ingrid[0].worker
    told = tablet.tell(BoxSealed(**BoxSealed.example))
    assert not Sealed.objects.filter(id=told).exists()
    assert Verdict.objects.filter(fact=told, verdict="refused").exists()


def test_whoever_opens_the_second_lock_gets_every_piece_of_that_day_and_nobody_else_any(site, ingrid, solange):
    (first, outer), (second, inner) = solange, ingrid
    box, day = a_box(site, outer, inner), "2026-09-19T04:00:00.000Z"
    pieces = {Tablet(site).tell(PieceSealed(content=one), at=day): one for one in ("YQ==", "Yg==")}
    Tablet(site).tell(PieceSealed(content="b3RoZXI="), at="2026-09-20T04:00:00.000Z")
    address = f"/office/sealed/box/{box}/pieces"
    assert first.get(address).json() == second.get(address).json() == []
    first.post(f"/office/sealed/box/{box}/open")
    left(first, box, outer, inner)
    assert first.get(address).json() == []
    assert {one["id"]: one["content"] for one in second.get(address).json()} == pieces
    second.post(f"/office/sealed/box/{box}/read")
    assert second.get(address).json() == []


def test_two_locks_one_after_the_other_each_told(site, ingrid, solange):
    (first, outer), (second, inner) = solange, ingrid
    box = a_box(site, outer, inner)
    opened = words(first.post(f"/office/sealed/box/{box}/open"))
    assert base64.b64encode(outer.encode()).decode() in opened and "c2VhbGVk" not in opened
    assert left(first, box, outer, inner).status_code == 302
    assert "Your lock is open" in words(first.get(f"/office/sealed/box/{box}/"))
    read = words(second.post(f"/office/sealed/box/{box}/open"))
    assert "bGVmdA==" in read and "c2VhbGVk" in read
    assert second.post(f"/office/sealed/box/{box}/read").status_code == 204
    assert not HandedOver.objects.exists()
    told = [(one.worker, one.lock) for one in Opened.objects.filter(subject=box).order_by("clock", "id")]
    assert told == [(first.worker, "first"), (second.worker, "second")]
    assert Envelope.objects.filter(kind="feedback.opened", wall="office").count() == 2
    shown = words(second.get(f"/office/sealed/box/{box}/"))
    assert "Solange · first lock" in shown and "Ingrid · second lock" in shown


def test_nothing_is_given_before_it_is_told(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    shown = words(ingrid[0].get(f"/office/sealed/box/{box}/"))
    assert base64.b64encode(ingrid[1].encode()).decode() not in shown
    assert ingrid[0].get(f"/office/sealed/box/{box}/open").status_code == 405
    assert left(ingrid[0], box, ingrid[1], solange[1]).status_code == 404
    assert not HandedOver.objects.exists()


def test_one_holder_with_two_keys_opens_no_second_lock(site, ingrid):
    client, outside = ingrid
    public = base64.b64encode(b"\4" + os.urandom(64)).decode()
    client.post("/office/sealed/key", {"where": "inside", "public_key": public})
    other = Holder.objects.get(public_key=public).subject
    box = a_box(site, outside, other)
    client.post(f"/office/sealed/box/{box}/open")
    left(client, box, outside, other)
    assert HandedOver.objects.count() == 1
    assert "waits for the second holder" in words(client.get(f"/office/sealed/box/{box}/"))
    assert "c2VhbGVk" not in words(client.post(f"/office/sealed/box/{box}/open"))


def test_a_holder_hands_over_only_what_their_own_lock_left(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    stranger, key = a_holder(site, "Stranger", "inside")
    assert stranger.post(f"/office/sealed/box/{box}/open").status_code == 404
    assert left(stranger, box, key, solange[1]).status_code == 404
    ingrid[0].post(f"/office/sealed/box/{box}/open")
    assert left(ingrid[0], box, solange[1], ingrid[1]).status_code == 404
    assert left(ingrid[0], box, ingrid[1], key).status_code == 404
    assert left(ingrid[0], box, ingrid[1], solange[1], "A" * 401).status_code == 404


def test_what_a_first_lock_left_is_gone_after_a_day(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    ingrid[0].post(f"/office/sealed/box/{box}/open")
    left(ingrid[0], box, ingrid[1], solange[1])
    HandedOver.objects.update(at=timezone.now() - timedelta(hours=25))
    assert "Open the first lock" in words(solange[0].get(f"/office/sealed/box/{box}/"))
    assert not HandedOver.objects.exists()


def test_three_keys_are_enough_and_one_can_be_ended(site, ingrid, solange):
    a_holder(site, "Escrow", "outside")
    fourth = signed_in(site, "holder", short_name="Fourth")
    refused = fourth.get("/office/sealed/key", follow=True)
    assert "There are three keys already." in words(refused)
    fourth.post(f"/office/sealed/key/{ingrid[1]}/end")
    assert Holder.objects.get(subject=ingrid[1]).is_active is False
    assert fourth.get("/office/sealed/key").status_code == 200


def test_another_site_has_its_own_boxes(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    elsewhere = signed_in(a_site("CAP", "Cap-Haïtien"), "holder", short_name="Elsewhere")
    assert elsewhere.get(f"/office/sealed/box/{box}/").status_code == 404
    assert elsewhere.post(f"/office/sealed/key/{ingrid[1]}/end").status_code == 404


@pytest.mark.parametrize("role", ["manager", "administrator", "audit", "protection", "information"])
def test_nobody_else_finds_the_pages(site, role):
    other = signed_in(site, role, short_name="Other")
    assert other.get("/office/sealed/").status_code == 403
    assert "/office/sealed/" not in words(other.get("/office/", follow=True))


def test_the_pages_speak_four_languages(site, ingrid, solange):
    box = a_box(site, ingrid[1], solange[1])
    for path in ("/office/sealed/", "/office/sealed/key", f"/office/sealed/box/{box}/"):
        in_four_languages(ingrid[0], path)


def test_the_day_is_the_sites(site, ingrid, solange):
    """A box of a day that begins at four in the morning of UTC is of that day at the site."""
    box = a_box(site, ingrid[1], solange[1])
    assert Sealed.objects.get(id=box).at == datetime(2026, 9, 19, 4, tzinfo=UTC)
    assert "A sealed box of 19 September 2026" in words(ingrid[0].get(f"/office/sealed/box/{box}/"))
