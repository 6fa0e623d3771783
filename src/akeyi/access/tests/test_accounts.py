"""PINs and office accounts: their codes are random, used once, dead when they are replaced or closed."""

import pytest
from django.test import Client

from akeyi.access import accounts, pins
from akeyi.access.models import Worker
from akeyi.errors import AkeyiError
from akeyi.testing.cast import PIN, a_site, a_worker
from akeyi.testing.office import begin_with, sign_in

pytestmark = pytest.mark.django_db


def test_a_new_pin_works_and_the_old_one_does_not():
    worker = a_worker(a_site())
    pin = accounts.new_pin(worker)
    assert len(pin) == 6 and pin.isdecimal()
    pins.check_pin(worker, pin)
    with pytest.raises(AkeyiError):
        pins.check_pin(worker, PIN)


def test_an_account_lets_its_worker_in_by_a_code_and_a_new_code_ends_what_was(client):
    worker = Worker.objects.get(subject=a_worker(a_site(), "Rose-Laure"))
    name, first = accounts.open_account(worker)
    assert name == "rose.laure" == accounts.username_of(worker.subject)
    begin_with(client, name, first)
    assert client.get("/office/people/").status_code == 200
    same_name, second = accounts.open_account(worker)
    assert same_name == name
    assert client.get("/office/people/").status_code == 302
    assert sign_in(Client(), name).status_code == 200
    begin_with(client, name, second)
    assert client.get("/office/people/").status_code == 200


def test_two_workers_of_one_name_have_two_accounts():
    site = a_site()
    names = {accounts.open_account(Worker.objects.get(subject=a_worker(site, "Rose")))[0] for _ in range(2)}
    assert names == {"rose", "rose2"}


def test_a_closed_account_lets_nobody_in_by_whatever_way(client):
    worker = Worker.objects.get(subject=a_worker(a_site()))
    name, code = accounts.open_account(worker)
    accounts.close_account(worker.subject)
    assert "not right" in begin_with(client, name, code).content.decode()
    assert sign_in(client, name).status_code == 200
    assert client.get("/office/").status_code == 302


def test_only_a_demo_invents_accounts(settings):
    worker = Worker.objects.get(subject=a_worker(a_site()))
    settings.MODE = "hub"
    with pytest.raises(ValueError):
        accounts.invent_account(worker)
    assert accounts.username_of(worker.subject) is None
