"""Who waits, who asked: each role sees its own lists, with the minutes, and nobody else has the page."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access.models import Read
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.screening.facts.ask_first import AskHealthFirst
from akeyi.screening.facts.health_need import HealthNeedSeen
from akeyi.screening.facts.met import CameToTalk
from akeyi.screening.facts.request import TalkRequested
from akeyi.screening.facts.seen import SeenTold
from akeyi.screening.facts.triage import TriageSet
from akeyi.testing.cast import a_series, a_site, a_worker
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/office/waiting/"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def says(site):
    """says(k, body): something is told about the holder of the k-th card, some minutes ago, once they have a name."""
    series = a_series(site)

    def told(k, body, minutes=0, worker=None, **about):
        card = series.draw()[k]
        one = str(series.reception_id(card))
        name = ReceptionRevised(card=card, given_names=f"Person-{k}", **about)
        tell(
            Saying(name, site=site, subject=one),
            Saying(body, site=site, subject=one, at=datetime.now(UTC) - timedelta(minutes=minutes), worker=worker),
        )
        return one

    return told


def names(html):
    return re.findall(r"Person-\d", html)


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition('id="waiting"')[2].partition("<footer")[0]).split())


def test_red_stands_before_orange_who_waits_longest_first_with_the_minutes_and_how_many_they_are_of(site, says):
    says(1, TriageSet(colour="orange", place="B"), minutes=61)
    says(2, TriageSet(colour="red"), minutes=4)
    says(3, TriageSet(colour="red"), minutes=12)
    says(4, TriageSet(colour="green"), minutes=90)
    html = page(signed_in(site, "triage"), PAGE)
    assert names(html) == ["Person-3", "Person-2", "Person-1"]
    said = words(html)
    assert "12 of 10" in said and "4 of 10" in said and "B" in said and "61 of 60" in said
    # A sign beside those who wait too long.
    rows = html.partition('id="waiting"')[2].split("<tr>")
    assert [(*names(row), "<svg" in row) for row in rows if names(row)] == [
        ("Person-3", True),
        ("Person-2", False),
        ("Person-1", True),
    ]


def test_whoever_was_seen_or_left_waits_no_more(site, says):
    says(1, TriageSet(colour="red"), minutes=5)
    says(1, SeenTold())
    says(2, TriageSet(colour="orange"), minutes=5)
    says(2, Left(how="own_way", people=1))
    assert names(page(signed_in(site, "triage"), PAGE)) == []


def test_who_asked_is_for_protection_with_where_and_what_they_wish_until_somebody_came(site, says):
    says(1, TalkRequested(station="count"), minutes=9)
    says(1, TalkRequested(talk_to="woman", language="es", company="alone"), minutes=8)
    says(2, TalkRequested(station="serve"), minutes=3)
    says(2, CameToTalk(outcome="not_found"), minutes=2)
    says(3, TalkRequested(station="serve"), minutes=3)
    says(3, CameToTalk(outcome="talked"), minutes=2)
    html = page(signed_in(site, "protection"), PAGE)
    assert names(html) == ["Person-1", "Person-2"]
    said = words(html)
    assert "Count A woman · Español · Alone 9" in said
    assert "Serve Nothing said: ask her or him first. 3" in said


def test_a_card_nobody_knows_yet_is_called_by_its_number(site):
    series = a_series(site)
    card = series.draw()[7]
    asked = TalkRequested(card=card, station="count")
    tell(Saying(asked, site=site, subject=str(series.reception_id(card))))
    html = page(signed_in(site, "protection"), PAGE)
    assert f"{card[:4]} {card[4:]}" in html
    assert "/office/people/" + str(series.reception_id(card)) not in html


def test_health_sees_children_under_three_and_pregnant_women_until_health_was_with_them(site, says):
    says(1, SeenTold(), age=2, worker=a_worker(site, "Roseline", ("protection",)))
    says(2, HealthNeedSeen(tag="pregnant"), age=30)
    says(3, HealthNeedSeen(tag="injured"), age=30)
    says(4, SeenTold(), age=1, worker=a_worker(site, "Fabienne", ("health",)))
    assert set(names(page(signed_in(site, "health"), PAGE))) == {"Person-1", "Person-2"}


def test_health_sees_whoever_should_not_travel_until_it_says_that_they_may(site, says):
    for k in (1, 2):
        says(k, AskHealthFirst(is_asked=True), age=30)
    says(2, AskHealthFirst(is_asked=False), age=30)
    assert names(page(signed_in(site, "health"), PAGE)) == ["Person-1"]


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        ("triage", {"Person-1"}), ("last_word", {"Person-1"}), ("child_protection", {"Person-1"}),
        ("protection", {"Person-1", "Person-2"}), ("health", {"Person-1", "Person-3"}),
    ],
)  # fmt: skip
def test_each_role_sees_the_lists_that_it_opens(site, says, role, sees):
    says(1, TriageSet(colour="red"))
    says(2, TalkRequested())
    says(3, HealthNeedSeen(tag="pregnant"), age=30)
    client = signed_in(site, role)
    assert set(names(page(client, PAGE))) == sees
    assert 'href="/office/waiting/"' in page(client, "/office/people/")


@pytest.mark.parametrize("role", ["manager", "clerk", "cash", "safety", "statistics", "audit", "authority"])
def test_nobody_else_has_the_page_or_a_number_of_it(site, says, role):
    says(1, TriageSet(colour="red"))
    client = signed_in(site, role)
    assert names(page(client, PAGE, status=403)) == []
    assert "/office/waiting/" not in client.get("/office/", follow=True).content.decode()


def test_an_empty_page_says_so_in_four_languages(site):
    client = signed_in(site, "protection", "health")
    assert words(page(client, PAGE)).count("Nobody waits.") == 3
    in_four_languages(client, PAGE)


def test_what_was_told_on_another_day_is_measured_by_that_day(site, says):
    says(1, TriageSet(colour="red"), minutes=60 * 24 * 30 + 12)
    says(2, TriageSet(colour="orange"), minutes=60 * 24 * 30)
    said = words(page(signed_in(site, "triage"), PAGE))
    assert "12 of 10" in said and "nobody has asked or been given a colour since" in said


def test_it_renews_itself_and_only_whoever_opens_it_is_named(site, says):
    client = signed_in(site, "triage")
    page(client, PAGE)
    says(1, TriageSet(colour="red"))
    part = client.get(PAGE, headers={"HX-Request": "true"})
    assert names(part.content.decode()) == ["Person-1"] and "<html" not in part.content.decode()
    assert part["Akeyi-Board"] == "renewed"
    assert list(Read.objects.values_list("what", "worker")) == [("list of who waits", client.worker)]
