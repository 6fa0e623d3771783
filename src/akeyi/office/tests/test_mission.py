"""Five lines for the head of mission: right numbers, no names, for them alone, and the first page they come to."""

import html
import re
import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from akeyi.access.walls import ROLES
from akeyi.assistance.facts.cash_promise import MoneyPromised
from akeyi.assistance.facts.programme import GivesItem, ProgrammePublished
from akeyi.children.facts.hold import ChildHeld
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.route import RouteRevised
from akeyi.onward.facts.route_status import RouteStatusSaid
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.screening.facts.seen import SeenTold
from akeyi.screening.facts.triage import TriageSet
from akeyi.testing.cast import a_site, a_worker, an_arrival
from akeyi.testing.office import a_code_app, an_account, in_four_languages, sign_in, signed_in, six_digits

pytestmark = pytest.mark.django_db
PATH = "/office/mission/"


class Hall:
    def __init__(self) -> None:
        self.site = a_site()
        self.flight = an_arrival(self.site, status="met")
        self.mireille = signed_in(self.site, "head_of_mission", short_name="Mireille")

    def somebody(self, **said) -> str:
        id = new_id()
        about = {"card": f"4181{len(self.shown()):04}", "arrival": self.flight, "given_names": "Rose-Laure"} | said
        self.says(ReceptionRevised(**about), id)
        return id

    def says(self, body, about: str, minutes_ago: int = 0) -> None:
        at = timezone.now() - timedelta(minutes=minutes_ago)
        tell(Saying(body, site=self.site, subject=about, arrivals=[self.flight], at=at))

    def shown(self) -> dict[str, str]:
        """Each line's sentence, with its number."""
        text = html.unescape(self.mireille.get(PATH).content.decode())
        found = re.findall(r"<strong class=\"number\">([^<]+)</strong>\s*<span>(.*?)</span>", text, re.DOTALL)
        return {re.sub(r"<[^>]+>", "", sentence).strip(): number for number, sentence in found}


@pytest.fixture
def hall():
    with timezone.override("America/Port-au-Prince"):
        yield Hall()


def test_an_empty_hall_says_so(hall):
    shown = hall.shown()
    assert shown["red and waiting for over 10 minutes"] == "0"
    assert shown["children with whom somebody has to be, and nobody is"] == "0"
    assert shown["closes next: no programme has an end"] == "–"


def test_red_counts_after_ten_minutes_and_until_somebody_came(hall):
    rose = hall.somebody(age_group="adult")
    hall.says(TriageSet(colour="red"), rose, minutes_ago=9)
    assert "red and waiting for over 10 minutes" in hall.shown()
    other = hall.somebody(age_group="adult")
    hall.says(TriageSet(colour="red"), other, minutes_ago=25)
    hall.says(TriageSet(colour="orange"), hall.somebody(age_group="adult"), minutes_ago=90)
    assert hall.shown()["red, and nobody came for 25 minutes"] == "1"
    hall.says(SeenTold(), other)
    assert "red and waiting for over 10 minutes" in hall.shown()


def test_a_child_with_nobody_counts_until_somebody_is_with_them(hall):
    jean = hall.somebody(age_group="child")
    hall.says(ChildHeld(holder=None), jean, minutes_ago=7)
    assert hall.shown()["child alone with nobody for 7 minutes"] == "1"
    hall.says(ChildHeld(holder=hall.mireille.worker, by_pin=True), jean)
    assert "children with whom somebody has to be, and nobody is" in hall.shown()


def test_red_of_another_day_says_no_minutes_since_then(hall):
    hall.says(TriageSet(colour="red"), hall.somebody(age_group="adult"), minutes_ago=3 * 24 * 60)
    other = hall.somebody(age_group="adult")
    hall.says(TriageSet(colour="red"), other, minutes_ago=3 * 24 * 60 - 25)
    assert hall.shown()["red, and nobody came for 25 minutes"] == "1"


def test_what_is_owed_is_said_by_its_sum_and_its_oldest(hall):
    assert hall.shown()["promises of money still owed"] == "0"
    rose = hall.somebody(age_group="adult")
    for number, (amount, days) in enumerate((("9000.00", 7), ("500.00", 2))):
        said = MoneyPromised(
            promise=new_id(), amount=amount, currency="HTG", code=f"40712235041{number}", owner=hall.mireille.worker
        )
        hall.says(said, rose, minutes_ago=days * 24 * 60)
    assert hall.shown()["still owed: 9500.00 HTG, the oldest for 7 days"] == "2"


def test_the_programme_that_ends_next_is_said_by_its_last_version(hall):
    today = timezone.localdate()
    id, other = new_id(), new_id()
    gives = [GivesItem(item=new_id(), per="person")]
    names = {"ht": "a", "fr": "a", "es": "a", "en": "Only for Rose"}
    for programme, until in ((id, today + timedelta(2)), (other, today + timedelta(9)), (id, today)):
        said = ProgrammePublished(names=names, since=today - timedelta(9), until=until, items=gives)
        tell(Saying(said, site=hall.site, subject=programme))
    assert hall.shown()["1 programme ends"] == "today"
    assert "Only for Rose" not in hall.mireille.get(PATH).content.decode()


def test_it_names_nobody_and_says_how_old_it_is(hall):
    rose = hall.somebody(age_group="adult")
    hall.says(TriageSet(colour="red"), rose, minutes_ago=25)
    text = html.unescape(hall.mireille.get(PATH).content.decode())
    assert "Rose-Laure" not in text and "4181" not in text and rose not in text
    assert "As of" in text and "tablet" in text


def test_it_is_theirs_alone(hall):
    for role in ROLES:
        opened = signed_in(hall.site, role, short_name=role).get(PATH).status_code
        assert opened == (200 if role == "head_of_mission" else 403), role


def test_it_is_the_first_page_they_come_to(hall):
    user = an_account(a_worker(hall.site, "Dominique", ("head_of_mission",)), "dominique")
    key, client = a_code_app(user), Client()
    asked = client.get(client.get("/office/").url, follow=False)
    assert asked.status_code == 200
    second = sign_in(client, "dominique").url
    assert client.post(second, {"code": six_digits(key, time.time())}).url == PATH


def test_it_renews_itself_and_is_said_in_four_languages(hall):
    answer = hall.mireille.get(PATH, headers={"HX-Request": "true"})
    assert answer["Akeyi-Board"] == "renewed" and b"<html" not in answer.content
    in_four_languages(hall.mireille, PATH)


def test_an_open_road_closes_next_and_it_is_not_said_which(hall):
    road, now = new_id(), timezone.now()
    tell(Saying(RouteRevised(destination="HT03", via="RN1", is_active=True), site=hall.site, subject=road))
    until = now + timedelta(minutes=1)
    tell(Saying(RouteStatusSaid(status="open", said_by="The radio", until=until), site=hall.site, subject=road))
    shown = hall.shown()
    assert "closes next: an open road, of which nobody knows after that" in shown
    assert not any("Nord" in one or "radio" in one for one in shown)
