"""PINs and office accounts: made at random, usable at once, dead when they are replaced or closed."""

import pytest
from django.test import Client

from akeyi.access import accounts, pins
from akeyi.access.models import Worker
from akeyi.errors import AkeyiError
from akeyi.testing.cast import PIN, a_site, a_worker

pytestmark = pytest.mark.django_db


def test_a_new_pin_works_and_the_old_one_does_not():
    worker = a_worker(a_site())
    pin = accounts.new_pin(worker)
    assert len(pin) == 6 and pin.isdecimal()
    pins.check_pin(worker, pin)
    with pytest.raises(AkeyiError):
        pins.check_pin(worker, PIN)


def test_an_account_lets_its_worker_in_and_a_new_password_ends_the_old_one():
    worker = Worker.objects.get(subject=a_worker(a_site(), "Rose-Laure"))
    name, first = accounts.open_account(worker)
    assert name == "rose.laure" == accounts.username_of(worker.subject)
    assert Client().login(username=name, password=first)
    same_name, second = accounts.open_account(worker)
    assert same_name == name and not Client().login(username=name, password=first)
    assert Client().login(username=name, password=second)


def test_two_workers_of_one_name_have_two_accounts():
    site = a_site()
    names = {accounts.open_account(Worker.objects.get(subject=a_worker(site, "Rose")))[0] for _ in range(2)}
    assert names == {"rose", "rose2"}


def test_a_closed_account_lets_nobody_in():
    worker = Worker.objects.get(subject=a_worker(a_site()))
    name, password = accounts.open_account(worker)
    accounts.close_account(worker.subject)
    assert not Client().login(username=name, password=password)
