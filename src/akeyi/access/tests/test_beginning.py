"""A site begins on an empty database, and its manager gets in, at a table and on a tablet."""

import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from akeyi.access import beginning
from akeyi.access.models import Organisation, Site, Worker
from akeyi.testing.office import page

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
    printed = re.search(r"name (\S+), password (\S+)\n.*PIN (\d+)", capsys.readouterr().out)
    assert printed
    return printed.groups()


def test_one_command_lets_the_first_manager_in_and_the_first_tablet(client, capsys):
    username, password, pin = akeyi_site(capsys)
    came_in = client.post("/office/sign-in", {"username": username, "password": password, "next": "/office/tablets/"})
    assert came_in["Location"] == "/office/tablets/"
    assert "Cap-Haïtien" in page(client, "/office/")
    shown = client.post("/office/tablets/new/", {"label": "Tablet 1"}).content.decode()
    code = re.search(r'class="lead number">([^<]+)<', shown)[1].replace(" ", "")
    enrolled = client.post("/access/enrol", {"code": code}, content_type="application/json").json()
    known = {"Authorization": f"Bearer {enrolled['token']}"}
    [manager] = client.get("/access/device", headers=known).json()["workers"]
    assert manager["short_name"] == "Rose-Laure"
    asked = {"worker": manager["id"], "pin": pin}
    assert client.post("/access/sign-in", asked, content_type="application/json", headers=known).status_code == 200


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
