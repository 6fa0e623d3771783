"""The page Who looked: every look, search and export is an entry, and what stands out is shown without a name."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from akeyi.access.models import Read
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.numbers import spoken
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.screening.facts.protection_need import ProtectionNeedSeen
from akeyi.testing.cast import a_series, a_site, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def officer(site):
    return signed_in(site, "audit", short_name="Officer")


@pytest.fixture
def rose(site):
    """(id, card) of somebody registered."""
    series = a_series(site)
    card = series.draw()[0]
    id = str(series.reception_id(card))
    tell(Saying(ReceptionRevised(card=card, given_names="Rosenom", family_name="Siyati"), site=site, subject=id))
    return id, card


def whats():
    return list(Read.objects.order_by("id").values_list("what", flat=True))


def test_searches_lists_and_pages_of_people_are_entries_without_what_was_searched(site, rose):
    clerk = signed_in(site, "clerk", short_name="Clerk")
    clerk.get("/office/people/")
    clerk.post("/office/people/", {"q": "Rosenom"})
    clerk.post("/office/people/", {"q": "Rosenom", "after": "0"})
    clerk.get(f"/office/people/{rose[0]}/")
    clerk.get(f"/office/people/{rose[0]}/correct/")
    clerk.get("/office/people/families/")
    clerk.get("/office/people/households/")
    assert whats() == [
        "list of people", "search", "reception page", "correction page", "list of families", "list of households",
    ]  # fmt: skip
    [search] = Read.objects.filter(what="search")
    assert search.subject == search.id


def test_the_officer_reads_who_did_what_and_no_name_or_card(site, officer, rose):
    clerk = signed_in(site, "clerk", short_name="Zilette")
    clerk.get(f"/office/people/{rose[0]}/")
    shown = page(officer, "/office/audit/")
    assert "Zilette" in shown and "Opened a person&#x27;s page" in shown and rose[0][-8:] in shown
    assert not any(secret in shown for secret in ("Rosenom", "Siyati", rose[1], spoken(rose[1])))


def test_whoever_also_sees_cards_reads_the_card(site, rose):
    both = signed_in(site, "audit", "clerk", short_name="Both")
    both.get(f"/office/people/{rose[0]}/")
    assert spoken(rose[1]) in page(both, "/office/audit/")


def test_entries_are_asked_for_by_worker_person_act_and_day(site, officer, rose):
    ann, bob = (signed_in(site, "clerk", short_name=name) for name in ("Annelle", "Bobine"))
    ann.get(f"/office/people/{rose[0]}/")
    bob.post("/office/people/", {"q": "nobody"})

    def entries(query):
        return page(officer, f"/office/audit/?{query}").split("<h2>Entries</h2>")[1]

    assert "Annelle" in entries(f"worker={ann.worker}") and "Bobine" not in entries(f"worker={ann.worker}")
    assert "Bobine" in entries("act=searched") and "Annelle" not in entries("act=searched")
    assert "Annelle" in entries(f"person={rose[0]}&day=") and "Bobine" not in entries(f"person={rose[0]}&day=")
    assert "No entry." in entries("day=2020-01-01")
    found = officer.post("/office/audit/person", {"card": spoken(rose[1])})
    assert found.status_code == 302 and rose[0] in found["Location"] and rose[1] not in found["Location"]
    never_told = spoken(a_series(site).draw()[7])
    assert officer.post("/office/audit/person", {"card": never_told})["Location"] == "/office/audit/"


def test_a_change_behind_a_wall_that_the_officer_does_not_read_is_not_named(site, officer, rose):
    need = ProtectionNeedSeen(**ProtectionNeedSeen.example)
    tell(Saying(need, site=site, subject=rose[0], worker=signed_in(site, "protection", short_name="Solange").worker))
    shown = page(officer, "/office/audit/?act=changed")
    assert "Said something behind a wall that you do not read" in shown
    assert "Protection need seen" not in shown.split("<h2>Entries</h2>")[1]


def test_entries_come_a_hundred_a_page_and_none_is_missed(site, officer):
    clerk = signed_in(site, "clerk", short_name="Clerk")
    for _ in range(103):
        clerk.get("/office/people/households/")
    first = page(officer, "/office/audit/?act=saw")
    assert first.count("Opened the list of households") == 100
    following = first.split('href="?')[-1].split('"')[0].replace("&amp;", "&")
    assert page(officer, f"/office/audit/?{following}").count("Opened the list of households") == 3


def stands_out(officer, at):
    """What stands out on the day of a moment, as the site has days."""
    day = at.astimezone(ZoneInfo("America/Port-au-Prince")).date()
    out = page(officer, f"/office/audit/?day={day}").split("<h2>Entries</h2>")[0]
    return [part.split("</section>")[0] for part in out.split('<section class="panel">')[1:]]


def test_what_led_to_nothing_stands_out_and_a_service_takes_it_away(site, officer, rose):
    clerk = signed_in(site, "clerk", short_name="Zilette")
    clerk.post("/office/people/", {"q": "somebody famous"})
    clerk.get(f"/office/people/{rose[0]}/")
    # Noon of a day long over, and an hour later: no midnight between them.
    noon = datetime(2021, 9, 19, 16, tzinfo=UTC)
    Read.objects.filter(what="search").update(at=noon)
    Read.objects.filter(what="reception page").update(at=noon + timedelta(hours=1))
    searches, without, _ = stands_out(officer, noon)
    assert "Zilette" in searches and "Zilette" in without
    given = HandOutGiven(item=an_item(site))
    tell(Saying(given, site=site, subject=rose[0], at=noon + timedelta(hours=2)))
    assert "Zilette" not in stands_out(officer, noon)[1]


def test_a_look_at_a_colleague_stands_out(site, officer, rose):
    tell(Saying(ReceptionRevised(given_names="Mirlande"), site=site, subject=rose[0]))
    colleague = signed_in(site, "cash", short_name="Mirlande").worker
    manager = signed_in(site, "manager", short_name="Zilette")
    now = datetime.now(UTC)
    assert "Zilette" not in stands_out(officer, now)[2]
    manager.get(f"/office/people/{rose[0]}/")
    manager.get(f"/office/workers/{colleague}/")
    manager.get(f"/office/workers/{manager.worker}/")
    assert stands_out(officer, now)[2].count("Zilette") == 2


def test_only_whoever_watches_over_looks_opens_it(site):
    for role in ("manager", "administrator", "clerk", "statistics"):
        client = signed_in(site, role, short_name="Other")
        assert client.get("/office/audit/").status_code == 403
        assert client.post("/office/audit/person", {"card": "4182 9375"}).status_code == 403


def test_it_speaks_four_languages(officer):
    in_four_languages(officer, "/office/audit/")
