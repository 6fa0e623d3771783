"""The directory of services: written at the office, read by everybody in the hall and on tablets."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from akeyi.referrals.models import Service
from akeyi.testing.cast import Tablet, a_worker
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
HOUSE = {"name": "The house", "needs": ["shelter"], "place": "Blue gate", "languages": ["ht"], "capacity": "5"}


def test_a_protection_worker_adds_one_and_a_tablet_hears_of_it(site, worker):
    assert worker.post("/office/services/new/", HOUSE).status_code == 302
    tablet = Tablet(site, a_worker(site))
    assert "referrals.service" in {fact["kind"] for fact in tablet.pull()}
    assert "The house" in page(signed_in(site, "clerk", short_name="C"), "/office/services/")


def test_how_many_it_takes_counts_for_the_day_it_was_said(site, worker):
    worker.post("/office/services/new/", HOUSE)
    assert '<span class="number">5</span>' in page(worker, "/office/services/")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        worker = signed_in(site, "protection", short_name="Tomorrow")
        assert "not said today" in page(worker, "/office/services/")
        house = Service.objects.get()
        worker.post(f"/office/services/{house.subject}/", HOUSE)
        assert '<span class="number">5</span>' in page(worker, "/office/services/")


def test_a_service_that_takes_nobody_cannot_be_chosen(worker, rose):
    worker.post("/office/services/new/", HOUSE)
    assert "The house" in page(worker, f"/office/people/{rose}/refer")
    worker.post(f"/office/services/{Service.objects.get().subject}/switch")
    assert "The house" not in page(worker, f"/office/people/{rose}/refer")


def test_a_clerk_reads_the_directory_and_writes_none_of_it(site, worker):
    worker.post("/office/services/new/", HOUSE)
    clerk = signed_in(site, "clerk", short_name="C")
    house = Service.objects.get()
    assert clerk.post("/office/services/new/", HOUSE).status_code == 403
    assert clerk.post(f"/office/services/{house.subject}/", HOUSE | {"name": "X"}).status_code == 403
    assert clerk.post(f"/office/services/{house.subject}/switch").status_code == 403
    assert Service.objects.get().name == "The house"


def test_the_pages_speak_four_languages(worker):
    worker.post("/office/services/new/", HOUSE)
    for path in ("/office/services/", "/office/services/new/", f"/office/services/{Service.objects.get().subject}/"):
        in_four_languages(worker, path)
