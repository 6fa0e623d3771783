"""The page of workers: a manager adds somebody, gives a PIN once, and switches them off."""

import re

import pytest

from akeyi.access import pins
from akeyi.access.models import Worker
from akeyi.errors import AkeyiError
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def test_the_pages_speak_four_languages():
    site = a_site()
    worker = a_worker(site)
    client = signed_in(site)
    for path in ("/office/workers/", "/office/workers/new/", f"/office/workers/{worker}/"):
        in_four_languages(client, path)


@pytest.mark.parametrize("role", ["clerk", "child_protection", "statistics"])
def test_only_a_manager_opens_them(role):
    site = a_site()
    worker = a_worker(site, "Guerline")
    client = signed_in(site, role)
    assert "Guerline" not in page(client, "/office/workers/", status=403)
    for what in ("pin", "account", "switch"):
        assert client.post(f"/office/workers/{worker}/{what}").status_code == 403
    pins.check_pin(worker, "246810")


def test_a_worker_is_added_with_what_they_may_see():
    site = a_site()
    client = signed_in(site)
    answer = client.post(
        "/office/workers/new/", {"short_name": "  Jean   Robert ", "roles": ["clerk"], "languages": ["ht"]}, follow=True
    )
    assert "Jean Robert works here now" in answer.content.decode()
    added = Worker.objects.get(short_name="Jean Robert")
    assert (added.works_at, added.roles, added.languages, added.is_active) == (site, ["clerk"], ["ht"], True)


def test_a_worker_without_a_name_is_not_added():
    client = signed_in(a_site())
    answer = client.post("/office/workers/new/", {"short_name": " ", "roles": ["clerk"]})
    assert "Please fill this in." in answer.content.decode()
    assert Worker.objects.count() == 1


def test_a_pin_is_shown_once_and_works():
    site = a_site()
    worker = a_worker(site)
    client = signed_in(site)
    shown = client.post(f"/office/workers/{worker}/pin")
    assert shown["Cache-Control"] == "no-store"
    pin = re.search(r"(\d{3}) (\d{3})</dd>", shown.content.decode())
    pins.check_pin(worker, pin[1] + pin[2])
    assert f"{pin[1]} {pin[2]}" not in page(client, f"/office/workers/{worker}/")
    with pytest.raises(AkeyiError):
        pins.check_pin(worker, "246810")


def test_an_office_account_is_opened_and_its_password_works(client):
    site = a_site()
    worker = a_worker(site, "Guerline", ("statistics",))
    shown = signed_in(site).post(f"/office/workers/{worker}/account").content.decode()
    name, password = re.findall(r"lead\">([^<]+)</dd>", shown)
    assert client.login(username=name, password=password)
    page(client, "/office/workers/", status=403)


def test_who_no_longer_works_here_is_out_at_once():
    site = a_site()
    clerk = signed_in(site, "clerk")
    manager = signed_in(site, short_name="Manager")
    assert clerk.get("/office/people/").status_code == 200
    manager.post(f"/office/workers/{clerk.worker}/switch")
    assert clerk.get("/office/people/").status_code == 302
    assert Worker.objects.get(subject=clerk.worker).is_active is False


def test_a_manager_cannot_shut_themselves_out():
    client = signed_in(a_site())
    client.post(f"/office/workers/{client.worker}/switch")
    client.post(f"/office/workers/{client.worker}/", {"short_name": "Mirlande", "roles": ["clerk"]})
    assert Worker.objects.get(subject=client.worker).roles == ["manager"]
    page(client, "/office/workers/")


def test_workers_of_another_site_are_not_ours():
    client = signed_in(a_site())
    elsewhere = a_worker(a_site(code="OUA"), "Wilner")
    assert "Wilner" not in page(client, "/office/workers/")
    page(client, f"/office/workers/{elsewhere}/", status=404)


def test_a_form_from_elsewhere_is_refused():
    from django.test import Client

    site = a_site()
    known = signed_in(site)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = known.cookies
    assert strict.post(f"/office/workers/{known.worker}/pin").status_code == 403
