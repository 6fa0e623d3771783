"""The page of workers: a manager adds somebody, gives a PIN once, and switches them off."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from akeyi.access import pins
from akeyi.access.models import Worker
from akeyi.errors import AkeyiError
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import begin_with, given, in_four_languages, page, set_a_code_app, signed_in

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
    for what in ("pin", "account", "anew", "switch"):
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


def test_an_office_account_is_opened_by_a_code_that_is_shown_once(client):
    site = a_site()
    worker = a_worker(site, "Guerline", ("statistics",))
    manager = signed_in(site)
    shown = manager.post(f"/office/workers/{worker}/account")
    name, code = given(shown)
    assert "http://testserver/office/first-time" in shown.content.decode()
    assert code not in page(manager, f"/office/workers/{worker}/")
    begin_with(client, name, code)
    page(client, "/office/workers/", status=403)


def test_a_code_from_the_table_lives_a_shift(client):
    site = a_site()
    name, code = given(signed_in(site).post(f"/office/workers/{a_worker(site)}/account"))
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=13)):
        assert "used up" in begin_with(client, name, code).content.decode()


def test_whoever_lost_their_second_proof_begins_anew(client):
    site = a_site()
    worker = a_worker(site, "Nadia", ("child_protection",))
    manager = signed_in(site)
    name, code = given(manager.post(f"/office/workers/{worker}/account"))
    begin_with(client, name, code)
    set_a_code_app(client)
    assert "A second proof is set." in page(manager, f"/office/workers/{worker}/")
    forgot = given(manager.post(f"/office/workers/{worker}/account"))
    assert begin_with(Client(), *forgot, password=None)["Location"] == "/office/sign-in/second-step"
    anew = given(manager.post(f"/office/workers/{worker}/anew"))
    assert client.get("/office/people/")["Location"].startswith("/office/sign-in")
    begin_with(client, *anew)
    assert client.get("/office/people/")["Location"] == "/office/my/"
    set_a_code_app(client)
    page(client, "/office/people/")


def test_nobody_gives_a_code_to_themselves():
    client = signed_in(a_site())
    for what in ("account", "anew"):
        answer = client.post(f"/office/workers/{client.worker}/{what}", follow=True)
        assert "Nobody gives a code to themselves." in answer.content.decode()
    page(client, "/office/workers/")


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
    site = a_site()
    known = signed_in(site)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = known.cookies
    assert strict.post(f"/office/workers/{known.worker}/pin").status_code == 403
