"""Whoever was sent somebody and has not answered in time is written to once, by a letter that names nobody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from akeyi.referrals import queries, reminders, telling
from akeyi.referrals.models import Link
from akeyi.testing.office import a_viewer

pytestmark = pytest.mark.django_db
LATER = datetime.now(UTC) + timedelta(hours=73)


@pytest.fixture(autouse=True)
def may_mail(settings):
    settings.MAIL_FROM = "reception@example.org"


@pytest.fixture
def sent(worker, referred, a_service):
    """Refers Rose-Laure within 72 hours to a service that has an address, and hands over a link; gives the referral."""

    def made(email="desk@example.org", name="Lawyers"):
        fact = referred(service=a_service(name, "legal_aid", email=email))
        worker.post(f"/office/referrals/{fact}/link")
        return fact

    return made


def test_one_letter_goes_out_once_the_time_has_passed_and_names_nobody(sent):
    sent()
    assert reminders.send_due(datetime.now(UTC)) == 0
    assert reminders.send_due(LATER) == 1
    [letter] = mail.outbox
    assert letter.to == ["desk@example.org"]
    said = letter.subject + letter.body
    for word in ("Rose", "Fears", "egal", "awyer", "http", "3700"):
        assert word not in said
    # Once: the next hour says nothing more.
    assert reminders.send_due(LATER + timedelta(hours=1)) == 0


def test_a_link_that_was_made_too_late_already_needs_no_letter(sent):
    sent()
    Link.objects.update(made_at=LATER)
    assert reminders.send_due(LATER + timedelta(hours=1)) == 0


def test_what_waits_for_one_service_is_one_letter(sent):
    sent()
    sent(name="The same house")
    sent(email="other@example.org")
    assert reminders.send_due(LATER) == 2
    assert sorted(to for letter in mail.outbox for to in letter.to) == ["desk@example.org", "other@example.org"]


def test_what_is_done_or_taken_back_reminds_nobody(site, worker, sent):
    done, back = sent(), sent(name="Others")
    viewer = a_viewer(worker.worker, site, "protection")
    telling.step(queries.referral(viewer, done), "accepted", "link", None)
    telling.step(queries.referral(viewer, done), "done", "link", None)
    worker.post(f"/office/referrals/{back}/take-back")
    assert reminders.send_due(LATER) == 0


def test_a_service_without_an_address_and_a_server_without_a_way_out_send_nothing(sent, settings):
    sent(email=None)
    assert reminders.send_due(LATER) == 0
    sent(name="Others")
    settings.MAIL_FROM = ""
    assert reminders.send_due(LATER) == 0
    assert mail.outbox == []


def test_a_letter_that_could_not_be_handed_over_is_tried_again(sent, settings):
    sent()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "no-such-host.invalid"
    assert reminders.send_due(LATER) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert reminders.send_due(LATER) == 1
