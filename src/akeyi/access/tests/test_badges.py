"""Badges: printed at the office, known to the server by a hash, and given to a tablet inside the ring."""

import pytest

from akeyi.access import badges
from akeyi.access.models import Badge
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker
from akeyi.testing.office import signed_in

pytestmark = pytest.mark.django_db


def test_a_manager_prints_a_badge_and_the_one_before_ends():
    site = a_site()
    worker = a_worker(site)
    before = badges.new_badge(worker)
    answer = signed_in(site).post(f"/office/workers/{worker}/badge")
    assert answer.content.startswith(b"%PDF") and "no-store" in answer["Cache-Control"]
    assert badges.badge_of(worker) not in (None, badges.hash_of(before.split(":")[2]))


def test_only_whoever_says_who_works_here_prints_badges():
    site = a_site()
    worker = a_worker(site)
    assert signed_in(site, "clerk").post(f"/office/workers/{worker}/badge").status_code == 403
    assert signed_in(site).post(f"/office/workers/{a_worker(a_site('CAP'))}/badge").status_code == 404
    assert not Badge.objects.exists()


def test_the_ring_tells_a_tablet_the_hash_of_the_badge_and_nobody_keeps_its_secret():
    site = a_site()
    worker = a_worker(site)
    tablet = Tablet(site)
    asked = {"worker": worker, "pin": PIN}
    assert tablet.ask("/access/sign-in", asked).json()["badge"] is None
    kind, of, secret = badges.new_badge(worker).split(":")
    assert (kind, of.lower()) == ("AW", worker)
    assert tablet.ask("/access/sign-in", asked).json()["badge"] == badges.hash_of(secret)
    assert secret not in str(list(Badge.objects.values()))
