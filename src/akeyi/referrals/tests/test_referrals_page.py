"""Referrals at the office: behind their walls, overdue first; sent by link, letter or paper; answers by voice noted."""

import io
from datetime import timedelta

import pypdfium2
import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from akeyi.access.models import Read
from akeyi.journal.ids import new_id
from akeyi.journal.registry import kind_of
from akeyi.journal.tell import Saying, tell
from akeyi.people.models import ConsentProtection
from akeyi.referrals.models import ReferralProtection, StepProtection
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def test_who_may_not_know_of_the_matter_sees_no_referral(site, referred):
    fact = referred()
    for role in ("manager", "clerk", "cash", "statistics", "audit"):
        client = signed_in(site, role, short_name=role)
        assert client.get("/office/referrals/").status_code == 403, role
        assert client.get(f"/office/referrals/{fact}/").status_code == 403, role
    health = signed_in(site, "health", short_name="Nurse")
    assert "lawyers" not in page(health, "/office/referrals/")
    answer = health.get(f"/office/referrals/{fact}/", follow=True)
    assert "This referral is not here" in answer.content.decode()


def test_whoever_opens_one_is_noted(worker, referred):
    page(worker, f"/office/referrals/{referred()}/")
    assert Read.objects.filter(what="referral", worker=worker.worker).count() == 1


def test_the_list_says_what_is_overdue_by_its_clock(site, worker, referred):
    case = ReferralProtection.objects.get(id=referred(priority="emergency")).case
    assert case not in overdue(worker)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert case in overdue(signed_in(site, "protection", short_name="Tomorrow"))


def overdue(worker):
    return page(worker, "/office/referrals/").split("Overdue")[1].split("<h2>Open")[0]


def test_what_a_receiver_said_by_voice_is_noted_with_who_heard_it(worker, referred):
    fact = referred()
    for what in ("sent", "acknowledged", "accepted", "done"):
        worker.post(f"/office/referrals/{fact}/step", {"step": what})
    steps = StepProtection.objects.order_by("clock", "id")
    assert [(one.step, one.by, one.worker) for one in steps] == [
        (what, "voice", worker.worker) for what in ("sent", "acknowledged", "accepted", "done")
    ]


def test_nobody_can_note_that_it_is_done_before_the_receiver_had_it(worker, referred):
    fact = referred()
    worker.post(f"/office/referrals/{fact}/step", {"step": "done"})
    assert not StepProtection.objects.exists()


def test_what_was_not_agreed_to_is_not_sent_and_the_page_says_what(site, rose, worker, referred, lawyers):
    fact = referred({"name": "Rose-Laure"})
    consent = ReferralProtection.objects.get(id=fact).consent
    more = kind_of("referrals.referral_protection").body.model_validate(
        {
            "service": lawyers,
            "need": "legal_aid",
            "priority": "urgent",
            "case": "K7M2QX",
            "items": {"name": "Rose-Laure", "phone": "37001122"},
            "consent": consent,
        }
    )
    [told] = tell(Saying(more, site=site, subject=rose))
    text = page(worker, f"/office/referrals/{told}/")
    assert "the person did not agree to Phone" in text and "Make a link" not in text
    answer = worker.post(f"/office/referrals/{told}/link", follow=True)
    assert "no longer possible" in answer.content.decode()
    assert not StepProtection.objects.filter(referral=told).exists()


@pytest.mark.parametrize("other", ["service", "need", "subject"])
def test_a_yes_to_something_else_is_no_yes(site, rose, worker, referred, lawyers, a_service, other):
    consent = ReferralProtection.objects.get(id=referred({"name": "Rose-Laure"})).consent
    said = {"service": lawyers, "need": "legal_aid", "priority": "urgent", "case": "K7M2QX"}
    said |= {"service": {"service": a_service("Consulate", "consulate")}, "need": {"need": "consulate"}}.get(other, {})
    said |= {"items": {"name": "Rose-Laure"}, "consent": consent}
    body = kind_of("referrals.referral_protection").body.model_validate(said)
    [told] = tell(Saying(body, site=site, subject=new_id() if other == "subject" else rose))
    worker.post(f"/office/referrals/{told}/link")
    assert not StepProtection.objects.filter(referral=told).exists()


def test_on_paper_there_are_three_copies_and_what_the_person_carries_says_not_what_for(worker, referred):
    fact = referred()
    answer = worker.post(f"/office/referrals/{fact}/paper")
    pages = [one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(io.BytesIO(answer.content))]
    assert len(pages) == 3
    receiver, sender, carried = pages
    assert "Rose-Laure" in receiver and "Fears to stay" in receiver and "Legal aid" in receiver
    assert "Code for the receiver" in sender and "Code for the receiver" not in receiver
    assert "Rose-Laure" not in sender
    assert "Blue gate, Rue 5" in carried
    for word in ("Rose", "Fears", "egal", "lawyer", "Within"):
        assert word not in carried
    assert StepProtection.objects.get().by == "paper"


def test_a_letter_names_nobody_and_no_kind_of_help(worker, site, rose, referred, a_service, settings):
    settings.MAIL_FROM = "reception@example.org"
    fact = referred(service=a_service("Lawyers", "legal_aid", email="desk@example.org"))
    worker.post(f"/office/referrals/{fact}/link")
    assert mail.outbox == []
    assert (
        "A letter with the link was sent"
        in worker.post(f"/office/referrals/{fact}/link", {"mail": "1"}).content.decode()
    )
    [letter] = mail.outbox
    assert letter.to == ["desk@example.org"] and "/referral/" in letter.body
    case = ReferralProtection.objects.get(id=fact).case
    for word in ("Rose", "Lawyers", "legal", "juridique", "Port-au-Prince", case):
        assert word not in letter.body + letter.subject


def test_a_letter_that_does_not_go_out_is_said_and_the_link_stands(worker, referred, a_service, settings):
    settings.MAIL_FROM = "reception@example.org"
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 1
    fact = referred(service=a_service("Lawyers", "legal_aid", email="desk@example.org"))
    text = worker.post(f"/office/referrals/{fact}/link", {"mail": "1"}).content.decode()
    assert "could not be sent" in text and "/referral/" in text


def test_a_server_that_was_told_of_no_mail_offers_none(worker, referred, a_service):
    fact = referred(service=a_service("Lawyers", "legal_aid", email="desk@example.org"))
    assert "by e-mail" not in page(worker, f"/office/referrals/{fact}/")


def test_the_office_sends_somebody_with_a_yes_to_exactly_what_is_told(worker, rose, a_service):
    shelter = a_service("The house", "shelter")
    said = {
        "to": f"protection {shelter} shelter",
        "priority": "emergency",
        "tell": ["language", "need"],
        "item_name": "Rose-Laure",
        "item_language": "Kreyòl",
        "item_need": "A bed tonight",
        "language": "ht",
        "how": "said",
    }
    assert worker.post(f"/office/people/{rose}/refer", said).status_code == 302
    referral, consent = ReferralProtection.objects.get(), ConsentProtection.objects.get()
    assert referral.items == {"language": "Kreyòl", "need": "A bed tonight"}
    assert consent.items == ["language", "need"] and consent.service == shelter
    assert (consent.purpose, referral.consent) == ("service_referral", consent.id)


def test_legal_aid_cannot_be_chosen_before_the_person_wishes_it(worker, rose, lawyers):
    assert "The lawyers" not in page(worker, f"/office/people/{rose}/refer")
    said = {"to": f"protection {lawyers} legal_aid", "priority": "urgent", "tell": ["need"], "item_need": "x",
            "language": "ht", "how": "said"}  # fmt: skip
    assert worker.post(f"/office/people/{rose}/refer", said).status_code == 200
    assert not ReferralProtection.objects.exists()
    worker.post(f"/office/people/{rose}/wish", {"purpose": "legal_help"})
    assert "The lawyers" in page(worker, f"/office/people/{rose}/refer")
    assert worker.post(f"/office/people/{rose}/refer", said).status_code == 302


def test_the_wish_taken_back_closes_every_referral_that_rested_on_it(worker, rose, lawyers, referred):
    worker.post(f"/office/people/{rose}/wish", {"purpose": "legal_help"})
    fact = referred()
    worker.post(f"/office/people/{rose}/consent/withdraw", {"purpose": "legal_help"})
    assert "Taken back" in page(worker, f"/office/referrals/{fact}/").split("</h1>")[0]
    assert "The lawyers" not in page(worker, f"/office/people/{rose}/refer")


def test_a_nurse_sends_to_a_hospital_and_to_no_lawyer(site, rose, lawyers, a_service):
    a_service("The hospital", "medical")
    nurse = signed_in(site, "health", short_name="Nurse")
    text = page(nurse, f"/office/people/{rose}/refer")
    assert "The hospital" in text and "lawyers" not in text and "own wish" not in text
    assert nurse.post(f"/office/people/{rose}/wish", {"purpose": "legal_help"}).status_code == 403


def test_what_is_chosen_has_to_be_written(worker, rose, a_service):
    shelter = a_service("The house", "shelter")
    said = {"to": f"protection {shelter} shelter", "priority": "urgent", "tell": ["phone"], "item_phone": " ",
            "language": "ht", "how": "said"}  # fmt: skip
    text = worker.post(f"/office/people/{rose}/refer", said).content.decode()
    assert "nothing is written" in text and not ReferralProtection.objects.exists()


def test_the_pages_speak_four_languages(worker, rose, referred):
    fact = referred()
    for path in ("/office/referrals/", f"/office/referrals/{fact}/", f"/office/people/{rose}/refer"):
        in_four_languages(worker, path)
