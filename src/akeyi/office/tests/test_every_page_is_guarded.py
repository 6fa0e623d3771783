"""Every address of the office, found in the routes themselves: who may not read names gets none, from no page."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from akeyi.arrivals.facts.line import LineListed
from akeyi.arrivals.facts.manifest import ManifestKept
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.children.facts.release import ChildReleased
from akeyi.journal.tell import Saying, tell
from akeyi.operation import openapi
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_series, a_site, an_arrival, an_item
from akeyi.testing.office import signed_in

pytestmark = pytest.mark.django_db
OPEN_TO_ALL = {"office/sign-in", "office/sign-out", "office/language", "office/first-time"}


def routes():
    return [at for _, at in openapi.routes() if at.startswith("office/") and at not in OPEN_TO_ALL]


@pytest.fixture
def day():
    """Rose and her list, her kit, her release: everything that names her."""
    site = a_site()
    flight = an_arrival(site, status="landed", landed_at=datetime.now(UTC))
    number = a_series(site).draw()[0]
    rose = str(a_series(site).reception_id(number))
    kept = ManifestKept(arrival=flight, format="csv", lines=1)
    [manifest] = tell(Saying(kept, site=site, arrivals=[flight]))
    line = LineListed(manifest=manifest, arrival=flight, number=1, given_names="Roseliste", sex="female")
    named = ReceptionRevised(card=number, arrival=flight, given_names="Rosenom", family_name="Siyati", phone="37001122")
    tell(
        Saying(line, site=site, arrivals=[flight]),
        Saying(named, site=site, subject=rose, arrivals=[flight]),
        Saying(HandOutGiven(item=an_item(site)), site=site, subject=rose, arrivals=[flight]),
        Saying(ChildReleased(to="ambulance", name="Marenn"), site=site, subject=rose, arrivals=[flight]),
    )
    secrets = ("Roseliste", "Rosenom", "Siyati", "37001122", "Marenn", number, f"{number[:4]} {number[4:]}")
    return site, (rose, flight, manifest), secrets


def addresses(ids):
    today = date.today().isoformat()
    for route in routes():
        for id in ids if "<id:" in route else ids[:1]:
            yield "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<day:\w+>", today, re.sub(r"<id:\w+>", id, route)))


def text_of(answer):
    """All that a page says; a workbook is unpacked, since nothing could be found in what is compressed."""
    said = b"".join(answer)
    if said.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(said)) as book:
            said = b"".join(book.read(part) for part in book.namelist())
    return said.decode()


def test_the_routes_are_found():
    assert len(set(routes())) > 30


def test_nobody_reads_anything_without_signing_in(day):
    _site, ids, secrets = day
    for address in addresses(ids):
        for ask in (Client().get, Client().post):
            answer = ask(address)
            assert answer.status_code in (302, 405), address
            assert not any(secret in answer.content.decode() for secret in secrets), address


@pytest.mark.parametrize("role", ["statistics", "volunteer"])
def test_who_may_look_for_nobody_gets_no_name_no_card_and_no_phone_from_any_page(day, role):
    site, ids, secrets = day
    client = signed_in(site, role, short_name="Counter")
    for address in addresses(ids):
        for ask in (client.get, client.post):
            answer = ask(address)
            assert answer.status_code < 500, address
            text = text_of(answer)
            assert not [secret for secret in secrets if secret in text], address


def test_whoever_works_at_another_site_gets_none_either(day):
    _site, ids, secrets = day
    client = signed_in(a_site(code="OUA", name="Ouanaminthe"), "manager")
    for address in addresses(ids):
        answer = client.get(address)
        assert answer.status_code < 500, address
        text = text_of(answer)
        assert not [secret for secret in secrets if secret in text], address


def test_what_is_told_about_a_child_stays_behind_its_wall(day):
    site, ids, _secrets = day
    for role in ("manager", "clerk"):
        client = signed_in(site, role, short_name=role)
        for address in addresses(ids):
            assert "Marenn" not in text_of(client.get(address)), (role, address)
