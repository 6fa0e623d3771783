"""A person's own file: a copy after their card or two facts, behind walls as ever; and having it erased."""

from datetime import date

import pytest

from akeyi.access.models import Read
from akeyi.arrivals.facts.line import LineListed
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import HandOut
from akeyi.children.facts.situation import SituationRevised
from akeyi.journal import verify
from akeyi.journal.ids import new_id
from akeyi.journal.models import Body, Envelope
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.numbers import spoken
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Reception
from akeyi.screening.facts.answer import AnswerOfProtection
from akeyi.screening.facts.health_need import HealthNeedSeen
from akeyi.testing.cast import Tablet, a_series, a_site, a_worker, an_arrival, an_item
from akeyi.testing.office import in_four_languages, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def flight(site):
    return an_arrival(site, status="met")


def somebody(site, flight, number=0, **said):
    """(id, card) of somebody of the flight with a kit, a health need and answers to a private talk."""
    series = a_series(site)
    card = series.draw()[number]
    id = str(series.reception_id(card))
    about = {"given_names": "Rosenom", "family_name": "Siyati", "birth_on": date(1990, 7, 19), "age_group": "adult"}
    bodies = [
        ReceptionRevised(card=card, arrival=flight, **(about | said)),
        HandOutGiven(item=an_item(site)),
        HealthNeedSeen(**HealthNeedSeen.example),
        AnswerOfProtection(**(AnswerOfProtection.example | {"answers": {"told": "Xafraid"}})),
    ]
    tell(*(Saying(body, site=site, subject=id, arrivals=[flight]) for body in bodies))
    return id, card


@pytest.fixture
def rose(site, flight):
    return somebody(site, flight)


def asks(client, id, **said):
    return client.post(f"/office/people/{id}/held", said).content.decode()


def test_the_card_or_two_facts_open_it_and_every_try_is_an_entry(site, rose):
    id, card = rose
    clerk = signed_in(site, "clerk", short_name="Clerk")
    assert "What is held about you" in asks(clerk, id, card=spoken(card))
    assert "What is held about you" in asks(clerk, id, given_names="Rosenom", birth_on="1990-07-19")
    other = spoken(a_series(site).draw()[5])
    for wrong in ({"card": other}, {"card": other, "given_names": "Rosenom", "birth_on": "1990-07-19"},
                  {"given_names": "Rosenom", "family_name": "Siyati"}, {}):  # fmt: skip
        refused = asks(clerk, id, **wrong)
        assert "What is held about you" not in refused and "not enough" in refused
    assert sorted(Read.objects.values_list("what", flat=True)) == ["copy given"] * 2 + ["copy refused"] * 4


def test_the_line_of_a_list_is_called_that_and_shows_no_id(site, flight):
    line, manifest = new_id(), new_id()
    said = LineListed(manifest=manifest, arrival=flight, number=33, family_name="SIYATI")
    tell(Saying(said, site=site, subject=line, arrivals=[flight]))
    id, card = somebody(site, flight, line=line)
    copy = asks(signed_in(site, "clerk", short_name="Clerk"), id, card=spoken(card))
    assert "Line of a passenger list" in copy and "Number on the list: 33" in copy
    assert manifest not in copy and "does not understand" not in copy


def test_what_stands_behind_a_service_is_handed_out_by_that_service_alone(site, rose):
    id, card = rose
    clerk = asks(signed_in(site, "clerk", short_name="Clerk"), id, card=spoken(card))
    assert "Rosenom" in clerk and "Xafraid" not in clerk and "Health need" not in clerk
    assert "it shows and hands out itself" in clerk
    assert "Xafraid" in asks(signed_in(site, "protection", short_name="Solange"), id, card=spoken(card))


def erases(client, id, card, **more):
    shown = asks(client, id, card=spoken(card))
    seen = shown.split('name="seen" value="')[1].split('"')[0] if 'name="seen"' in shown else ""
    return shown, client.post(f"/office/people/{id}/erase", {"seen": seen, "yes": "on"} | more)


def test_erasing_names_what_goes_and_what_stays_and_does_it_everywhere(site, flight, rose):
    id, card = rose
    tablet = Tablet(site, a_worker(site))
    tablet.pull()
    shown, _ = erases(signed_in(site), id, card)
    goes, stays = shown.split("This goes")[1].split("This stays")
    assert "Registered or corrected 1" in goes and "walls that you do not read" in goes
    assert "Given 1" in stays and "closings" in stays
    assert not Reception.objects.filter(subject=id).exists()
    assert not Body.objects.filter(text__contains="Rosenom").exists()
    assert not Body.objects.filter(id__in=Envelope.objects.filter(kind__startswith="screening.").values("id")).exists()
    assert HandOut.objects.filter(subject=id).count() == 1
    assert verify.verify() is None
    assert "reception" in {fact["wall"] for fact in tablet.pull() if fact["kind"] == "journal.erase"}


def test_nothing_is_erased_without_the_card_the_tick_and_the_same_worker(site, rose):
    id, card = rose
    manager, other = signed_in(site), signed_in(site, short_name="Other")
    shown = asks(manager, id, card=spoken(card))
    seen = shown.split('name="seen" value="')[1].split('"')[0]
    manager.post(f"/office/people/{id}/erase", {"yes": "on"})
    manager.post(f"/office/people/{id}/erase", {"seen": seen})
    other.post(f"/office/people/{id}/erase", {"seen": seen, "yes": "on"})
    assert Reception.objects.filter(subject=id).exists()


def test_a_clerk_erases_nobody_and_a_childs_file_goes_by_child_protection_alone(site, flight, rose):
    child, card = somebody(site, flight, 1, age_group="child", birth_on=date(2019, 7, 19))
    clerk, manager = signed_in(site, "clerk", short_name="Clerk"), signed_in(site)
    for client, id, its_card in ((clerk, *rose), (manager, child, card)):
        shown, answer = erases(client, id, its_card)
        assert "Have it erased" not in shown and answer.status_code == 403
    erases(signed_in(site, "child_protection", short_name="Marie"), child, card)
    assert not Reception.objects.filter(subject=child).exists()


def test_the_file_of_somebody_whose_age_is_in_dispute_goes_by_child_protection_alone(site, rose):
    id, card = rose
    tell(Saying(SituationRevised(is_age_disputed=True), site=site, subject=id))
    _, refused = erases(signed_in(site), id, card)
    assert refused.status_code == 403 and Reception.objects.filter(subject=id).exists()
    erases(signed_in(site, "child_protection", short_name="Évens"), id, card)
    assert not Reception.objects.filter(subject=id).exists()


def test_both_pages_speak_four_languages(site, rose):
    in_four_languages(signed_in(site), f"/office/people/{rose[0]}/held")
