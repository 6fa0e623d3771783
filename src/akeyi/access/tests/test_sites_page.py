"""The page of sites: one's own can be changed, another can be added."""

import re

import pytest

from akeyi.access import pins
from akeyi.access.models import Site, Worker
from akeyi.access.streams import LOCK_S
from akeyi.testing.cast import Tablet, a_site
from akeyi.testing.office import begin_with, in_four_languages, page, set_a_code_app, signed_in

SECONDS = {f"hides-{wall}": str(seconds) for wall, seconds in LOCK_S.items()}
pytestmark = pytest.mark.django_db
OUANAMINTHE = {
    "name": "Ouanaminthe",
    "code": "OUA",
    "place": "land_crossing",
    "country": "hti",
    "timezone": "America/Port-au-Prince",
    "manager": "Wilner",
}


def test_the_pages_speak_four_languages():
    site = a_site()
    client = signed_in(site)
    for path in ("/office/sites/", "/office/sites/new/", f"/office/sites/{site}/"):
        in_four_languages(client, path)


def test_only_a_manager_opens_them():
    page(signed_in(a_site(), "statistics"), "/office/sites/", status=403)


def test_a_site_is_added_with_a_manager_who_can_sign_in_there(client):
    shown = signed_in(a_site()).post("/office/sites/new/", OUANAMINTHE)
    assert shown["Cache-Control"] == "no-store"
    username, code, pin = re.findall(r"lead\">([^<]+)</dd>", shown.content.decode())
    added = Site.objects.get(code="OUA")
    assert (added.name, added.place, added.country) == ("Ouanaminthe", "land_crossing", "HTI")
    pins.check_pin(Worker.objects.get(works_at=added.subject).subject, pin.replace(" ", ""))
    begin_with(client, username, code)
    set_a_code_app(client)
    assert "Ouanaminthe" in page(client, "/office/")
    assert "Wilner" in page(client, "/office/workers/")


def test_the_manager_is_not_asked_for_again():
    site = a_site()
    assert 'name="manager"' not in page(signed_in(site), f"/office/sites/{site}/")


@pytest.mark.parametrize(
    ("field", "value"),
    [("timezone", "Mars/Base"), ("country", "Haiti"), ("code", "PAP"), ("place", "moon"), ("manager", " ")],
)
def test_what_cannot_be_is_said_and_nothing_is_added(field, value):
    client = signed_in(a_site())
    answer = client.post("/office/sites/new/", OUANAMINTHE | {field: value})
    assert 'class="wrong"' in answer.content.decode()
    assert Site.objects.count() == 1


def test_only_what_changed_is_told():
    site = a_site()
    client = signed_in(site)
    client.post(
        f"/office/sites/{site}/",
        OUANAMINTHE | SECONDS | {"name": "Toussaint Louverture", "code": "PAP", "place": "airport"},
    )
    found = Site.objects.get(subject=site)
    assert found.name == "Toussaint Louverture" and found.timezone == "America/Port-au-Prince" and not found.answers
    assert found.lock_s is None


def test_how_soon_tablets_hide_what_they_show_is_a_setting_of_the_site():
    site = a_site()
    same = OUANAMINTHE | {"name": "Port-au-Prince", "code": "PAP", "place": "airport"}
    client = signed_in(site)
    assert Tablet(site).ask("/access/device").json()["settings"]["lock_s"] == LOCK_S
    client.post(f"/office/sites/{site}/", same | SECONDS | {"hides-reception": "90", "hides-child": "30"})
    told = Tablet(site).ask("/access/device").json()["settings"]["lock_s"]
    assert told == LOCK_S | {"reception": 90, "child": 30}
    answer = client.post(f"/office/sites/{site}/", same | SECONDS | {"hides-child": "0"})
    assert 'class="wrong"' in answer.content.decode()
    assert Tablet(site).ask("/access/device").json()["settings"]["lock_s"] == told


def test_another_site_is_not_ours_to_change():
    other = a_site(code="OUA")
    page(signed_in(a_site()), f"/office/sites/{other}/", status=404)


def test_the_lanes_of_a_site_are_named_and_too_long_a_name_is_said_beside_the_field():
    site = a_site()
    same = OUANAMINTHE | SECONDS | {"name": "Port-au-Prince", "code": "PAP", "place": "airport"}
    client = signed_in(site)
    client.post(f"/office/sites/{site}/", same | {"lanes": "A,  B , A,"})
    assert Site.objects.get(subject=site).lanes == ["A", "B"]
    assert 'value="A, B"' in page(client, f"/office/sites/{site}/")
    answer = client.post(f"/office/sites/{site}/", same | {"lanes": "The lane beside the customs"}).content.decode()
    assert 'class="wrong"' in answer and "The lane beside the customs" in answer
    assert Site.objects.get(subject=site).lanes == ["A", "B"]
    client.post(f"/office/sites/{site}/", same)
    assert Site.objects.get(subject=site).lanes is None
