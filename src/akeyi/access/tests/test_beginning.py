"""A site begins on an empty database, and its manager gets in, at a table and on a tablet."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from akeyi.access import beginning
from akeyi.access.models import Organisation, Site, Worker
from akeyi.testing.office import begin_with, page, set_a_code_app

pytestmark = pytest.mark.django_db
CAP = {
    "code": "CAP",
    "name": "Cap-Haïtien",
    "timezone": "America/Port-au-Prince",
    "country": "hti",
    "place": "airport",
    "manager": "Rose-Laure",
}


def akeyi_site(capsys, **said: str) -> tuple[str, ...]:
    call_command("site", *(word for name, value in (CAP | said).items() for word in (f"--{name}", value)))
    printed = re.search(r"name (\S+), one-time code (\S+)\n.*PIN (\d+)", capsys.readouterr().out)
    assert printed
    return printed.groups()


def test_one_command_lets_the_first_manager_in_and_the_first_tablet(client, capsys):
    username, code, pin = akeyi_site(capsys)
    begin_with(client, username, code)
    set_a_code_app(client)
    assert "Cap-Haïtien" in page(client, "/office/")
    shown = client.post("/office/tablets/new/", {"label": "Tablet 1"}).content.decode()
    code = re.search(r'class="lead number">([^<]+)<', shown)[1].replace(" ", "")
    enrolled = client.post("/access/enrol", {"code": code}, content_type="application/json").json()
    known = {"Authorization": f"Bearer {enrolled['token']}"}
    [manager] = client.get("/access/device", headers=known).json()["workers"]
    assert manager["short_name"] == "Rose-Laure"
    asked = {"worker": manager["id"], "pin": pin}
    assert client.post("/access/sign-in", asked, content_type="application/json", headers=known).status_code == 200


def test_nothing_that_is_printed_opens_twice(client, capsys):
    username, code, _pin = akeyi_site(capsys)
    assert begin_with(client, username, code, password=None).status_code == 302
    assert "used up" in begin_with(Client(), username, code).content.decode()


def test_the_code_of_a_site_lives_a_day(client, capsys):
    username, code, _pin = akeyi_site(capsys)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=25)):
        assert "used up" in begin_with(client, username, code).content.decode()


def test_the_only_manager_comes_back_in_by_a_command_at_the_machine(client, capsys):
    username, code, _pin = akeyi_site(capsys)
    begin_with(client, username, code)
    set_a_code_app(client)
    call_command("code", "ROSE.LAURE")
    again = re.search(r"one-time code (\S+)", capsys.readouterr().out)
    assert begin_with(Client(), username, again[1], password=None)["Location"] == "/office/sign-in/second-step"
    call_command("code", username, "--lost")
    lost = re.search(r"one-time code (\S+)", capsys.readouterr().out)
    assert begin_with(client, username, lost[1]).status_code == 302
    assert client.get("/office/")["Location"] == "/office/my/"
    set_a_code_app(client)
    assert client.get("/office/").status_code == 200


def test_the_command_names_nobody_it_does_not_know():
    with pytest.raises(CommandError, match="nobody who works here"):
        call_command("code", "nobody")


def test_the_command_that_pages_and_servers_name_is_one_that_works(capsys):
    said = re.findall(r'--(\w+) ("[^"]+"|\S+)', beginning.COMMAND)
    assert akeyi_site(capsys, **{name: value.strip('"') for name, value in said})[0] == "guerline"


@pytest.mark.parametrize(
    ("name", "value"), [("code", "PAP"), ("timezone", "Mars/Base"), ("country", "Haiti"), ("manager", " ")]
)
def test_what_cannot_be_is_said_and_nothing_begins(capsys, name, value):
    akeyi_site(capsys, code="PAP")
    with pytest.raises(CommandError, match=f"--{name}: "):
        akeyi_site(capsys, **{name: value})
    assert Site.objects.count() == Worker.objects.count() == 1


def test_the_first_manager_may_be_of_an_organisation(capsys):
    akeyi_site(capsys, organisation=" Red  Cross ")
    of = Organisation.objects.get()
    assert (of.name, of.is_active) == ("Red Cross", True)
    assert Worker.objects.get().organisation == of.subject
