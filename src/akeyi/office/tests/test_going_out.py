"""Everything that leaves in a file passes one list: found in the routes and commands themselves, refused to senders."""

import csv
import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import get_commands

from akeyi.access import going_out
from akeyi.access.models import KeptIn, Read
from akeyi.access.walls import ROLES
from akeyi.arrivals.facts.tally import Tallied
from akeyi.journal.tell import Saying, tell
from akeyi.operation.openapi import routes
from akeyi.screening.forms.publish import publish_ours
from akeyi.screening.queries import versions
from akeyi.testing.cast import a_site, a_worker, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
# What a page is; a tablet's API (device_api.py) is held by docs/walls.md.
PAGES = ("text/html", "application/json")


@pytest.fixture
def site():
    site = a_site()
    publish_ours(site)
    arrival = an_arrival(site, status="met")
    tell(Saying(Tallied(**(Tallied.example | {"count": 37})), site=site, subject=arrival, arrivals=[arrival]))
    return site


def today():
    """A day is a day of the site."""
    return datetime.now(ZoneInfo("America/Port-au-Prince")).date()


def address(route, id):
    filled = route.replace("<id:id>", id).replace("<day:day>", today().isoformat())
    return "/" + filled.replace("<id:arrival>", id).replace("<int:line>", "1")


def everything(site):
    """A browser of somebody with every role that no state holds."""
    return signed_in(site, *(role for role in ROLES if not ROLES[role].state), short_name="Everything")


def test_every_address_that_gives_a_file_is_on_the_list(site):
    client = everything(site)
    client.raise_request_exception = False
    form = versions(site)[0].facts[0]
    known = {*going_out.DOORS, *going_out.ABOUT_NOBODY, *going_out.SHOWN, *going_out.BY_CONSENT, *going_out.FIXED}
    found = set()
    for name, route in routes():
        if name == "account_logout":
            continue
        for id in (form, a_worker(site, "Another"), site):
            for answer in (client.get(address(route, id)), client.post(address(route, id), {"recipient": "team"})):
                kind = answer.headers.get("Content-Type", "text/html").split(";")[0]
                if "Content-Disposition" in answer.headers or (answer.status_code == 200 and kind not in PAGES):
                    found.add(name)
    assert found - known == set(), "addresses that give a file past akeyi/access/going_out.py"
    assert set(going_out.DOORS) <= found, "addresses on the list that give none"


def test_every_command_has_said_what_it_writes():
    ours = {name for name, app in get_commands().items() if str(app).startswith("akeyi.")}
    assert ours == set(going_out.COMMANDS), "commands that akeyi/access/going_out.py does not know"


def the_files(site):
    form = next(one for one in versions(site) if one.wall == "protection").facts[0]
    ids = {"<id:id>": form, "<day:day>": today().isoformat()}
    for name, route in routes():
        if name in going_out.DOORS:
            for sign, value in ids.items():
                route = route.replace(sign, value)
            yield name, f"/{route}"


@pytest.mark.parametrize("named", [None, "Somebody"])
def test_no_file_goes_to_an_authority_that_sends_people_back(site, named):
    client = everything(site)
    for name, path in the_files(site):
        answer = client.post(path, {"recipient": "sender"} | ({"named": named} if named else {}))
        assert answer.status_code == 403 and "Content-Disposition" not in answer.headers, name
    assert KeptIn.objects.count() == len(going_out.DOORS)


@pytest.mark.parametrize(
    "named", ["The Embassy", "Consulado General", "Anbasad la", "Air Deport Inc.", "Immigration and Customs Service"]
)
def test_an_embassy_or_contractor_counts_as_one_whatever_kind_was_chosen(named):
    for recipient in going_out.RECIPIENTS:
        for export in going_out.EXPORTS:
            assert going_out.may_have(export, recipient, named) is None


def test_what_the_name_says_counts_at_the_page_too(site):
    client = signed_in(site, "statistics", short_name="Marc")
    path = f"/office/closing/{today().isoformat()}.csv"
    assert client.post(path, {"recipient": "partner", "named": "Embassy of Somewhere"}).status_code == 403
    assert client.post(path, {"recipient": "partner", "named": "The cluster"}).status_code == 200


def test_no_file_leaves_without_a_recipient(site):
    client = everything(site)
    for _name, path in the_files(site):
        for answer in (client.get(path), client.post(path), client.post(path, {"recipient": "police"})):
            assert answer.status_code == 200 and "Content-Disposition" not in answer.headers
            assert "Who is it for?" in answer.content.decode()
    assert not KeptIn.objects.exists()


def test_single_people_go_to_the_team_and_the_service_alone():
    assert going_out.may_have("answers", "team") == {"answers", "card"}
    assert going_out.may_have("answers", "service") == {"answers"}
    for recipient in ("partner", "host", "public", "sender", "nobody"):
        assert going_out.may_have("answers", recipient) is None
    assert going_out.SENDER not in going_out.RECIPIENTS


def test_donors_and_the_state_get_bands_and_partners_get_numbers(site):
    statistics = signed_in(site, "statistics", short_name="Marc")
    path = f"/office/closing/{today().isoformat()}.csv"

    def values(recipient):
        text = statistics.post(path, {"recipient": recipient}).content.decode("utf-8-sig")
        return {row["key"]: row["value"] for row in csv.DictReader(io.StringIO(text))}

    assert values("partner")["counted"] == "37"
    for recipient in ("public", "host"):
        found = values(recipient)
        assert found["counted"] == "30-39"
        assert not any(value.isdigit() for value in found.values())


def test_a_try_is_shown_to_the_protection_lead_and_to_whoever_watches_over_looks(site):
    clerk = signed_in(site, "statistics", short_name="Zilette")
    path = f"/office/closing/{today().isoformat()}.csv"
    clerk.post(path, {"recipient": "sender", "named": "Somebody at the gate"})
    shown = page(signed_in(site, "protection", short_name="Lead"), "/office/going-out/")
    assert "Zilette" in shown and "Somebody at the gate" in shown and "Numbers of a day" in shown
    watched = page(signed_in(site, "audit", short_name="Officer"), "/office/audit/?act=refused")
    assert "Zilette" in watched.split("<h2>Entries</h2>")[1] and "Somebody at the gate" not in watched
    for role in ("manager", "clerk", "statistics", "audit"):
        assert signed_in(site, role, short_name="Other").get("/office/going-out/").status_code == 403


def test_what_was_taken_for_whom_is_an_entry(site):
    clerk = signed_in(site, "statistics", short_name="Zilette")
    clerk.post(f"/office/closing/{today().isoformat()}.csv", {"recipient": "partner", "named": "A cluster"})
    assert list(Read.objects.values_list("what", flat=True)) == ["closing: partner"]
    entries = page(signed_in(site, "audit", short_name="Officer"), "/office/audit/?act=exported")
    assert "Numbers of a day · Partners in coordination" in entries


def test_the_pages_speak_four_languages(site):
    in_four_languages(signed_in(site, "protection", short_name="Lead"), "/office/going-out/")
    in_four_languages(signed_in(site), f"/office/closing/{today().isoformat()}.csv")
