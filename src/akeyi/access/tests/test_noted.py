"""Coming in, in vain or not, going, and a page that is not for somebody: one line of the log each, without a name."""

import json

import pytest
from django.test import Client

from akeyi.access import pins
from akeyi.errors import AkeyiError
from akeyi.operation import logs
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import PASSWORD, an_account, sign_in, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_in_a_server():
    logs.configure()


def events(capsys) -> list[dict]:
    return [line for line in map(json.loads, capsys.readouterr().err.splitlines()) if "event" in line]


def test_every_try_to_come_in_is_one_line(capsys):
    an_account(a_worker(a_site(), "Wilson"), "wilson-1")
    client = Client()
    sign_in(client, "wilson-1", "wrong")
    sign_in(client, "wilson-1", PASSWORD)
    client.post("/office/sign-out")
    said = events(capsys)
    assert [line["event"] for line in said] == ["sign_in.wrong", "sign_in.done", "sign_out.done"]
    assert [line["level"] for line in said] == ["WARNING", "INFO", "INFO"]
    assert all(line["at"].endswith("Z") for line in said)


def test_a_page_that_is_not_for_somebody_is_one_line(capsys):
    client = signed_in(a_site(), "clerk")
    capsys.readouterr()
    assert client.get("/office/tablets/").status_code == 403
    assert [line["event"] for line in events(capsys)] == ["page.refused"]


def test_a_wrong_pin_is_one_line(capsys):
    worker = a_worker(a_site(), "Nadia")
    with pytest.raises(AkeyiError):
        pins.check_pin(worker, "000000")
    [line] = events(capsys)
    assert (line["event"], line["error"]) == ("pin.wrong", 104)
