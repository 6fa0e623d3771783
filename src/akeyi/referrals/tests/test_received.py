"""The receiver's link: without an account, once, with a code given apart; it shows what was disclosed and no more."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from akeyi.people import queries as people
from akeyi.people.models import ConsentProtection
from akeyi.referrals.models import Link, StepProtection
from akeyi.testing.office import a_viewer, holds_nothing_inline, in_four_languages, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(worker, referred):
    """Makes a link at the office; gives its path and its code."""

    def made(fact=None, **more):
        answer = worker.post(f"/office/referrals/{fact or referred()}/link", more)
        html = answer.content.decode()
        path = re.search(r"http://testserver(/referral/[^<]+)</code>", html)
        code = re.search(r'lead number">(\d{3} \d{3})<', html)
        assert path and code, html
        return path[1], code[1]

    return made


@pytest.fixture
def opened(link):
    """A receiver's browser in which the link is open; gives it and the path."""

    def made(*args, **more):
        path, code = link(*args, **more)
        receiver = Client()
        assert receiver.post(path, {"code": code}).status_code == 302
        return receiver, path

    return made


def said(what="step"):
    return [getattr(one, what) for one in StepProtection.objects.order_by("clock", "id")]


def test_it_asks_for_the_code_and_says_nothing_before(link):
    path, _code = link()
    text = page(Client(), path)
    assert "Six digits" in text
    for word in ("Rose", "Legal", "Fears", "lawyers", "Port-au-Prince"):
        assert word not in text


def test_looking_at_the_address_opens_nothing(link):
    path, code = link()
    for _ in range(3):
        Client().get(path)
    assert Client().post(path, {"code": code}).status_code == 302


def test_with_the_code_it_shows_exactly_what_was_disclosed(opened):
    receiver, path = opened()
    text = page(receiver, path)
    assert "Rose-Laure" in text and "Fears to stay" in text and "Legal aid" in text and "Within 72 hours" in text
    assert "37001122" not in text and "4182" not in text
    assert holds_nothing_inline(text)


def test_its_hours_are_those_of_the_site(opened, referred):
    nine_at_the_site = datetime(2031, 9, 20, 13, tzinfo=UTC)
    receiver, path = opened(referred(go_at=nine_at_the_site))
    text = page(receiver, path)
    assert "09:00" in text and "13:00" not in text


def test_without_the_name_it_goes_by_its_case(opened, referred):
    receiver, path = opened(referred({"need": "A place tonight"}))
    text = page(receiver, path)
    assert "Rose" not in text
    assert re.search(r'number">[A-HJ-NP-Z2-9]{6}</span>', text)


def test_it_opens_once_in_one_browser(link):
    path, code = link()
    first, second = Client(), Client()
    assert first.post(path, {"code": code}).status_code == 302
    answer = second.post(path, {"code": code})
    assert answer.status_code == 403 and "opened before" in answer.content.decode()
    assert "Rose-Laure" in page(first, path)


def test_five_wrong_codes_kill_it_even_for_the_right_one(link):
    path, code = link()
    wrong = f"{(int(code.replace(' ', '')) + 1) % 10**6:06d}"
    for _ in range(5):
        assert Client().post(path, {"code": wrong}).status_code == 403
    assert Client().post(path, {"code": code}).status_code == 404
    assert StepProtection.objects.count() == 1


def test_a_wrong_code_does_not_undo_what_is_open(opened):
    receiver, path = opened()
    for _ in range(9):
        assert Client().post(path, {"code": "000000"}).status_code == 403
    assert "Rose-Laure" in page(receiver, path)


def test_unopened_it_dies_after_three_days_and_opened_two_weeks_after_its_time(link, opened):
    path, code = link()
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        assert Client().post(path, {"code": code}).status_code == 404
    receiver, path = opened()
    with time_machine.travel(timezone.now() + timedelta(days=16)):
        assert receiver.get(path).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=18)):
        assert receiver.get(path).status_code == 404


def test_a_new_link_ends_the_one_before(link, opened, referred):
    fact = referred()
    receiver, path = opened(fact)
    link(fact)
    assert receiver.get(path).status_code == 404


def test_nothing_in_the_database_gives_the_link_back(link):
    path, code = link()
    token = path.split("/")[2]
    kept = " ".join(str(value) for value in Link.objects.values_list().get())
    assert token not in kept and code.replace(" ", "") not in kept


def test_the_address_holds_nothing_of_anybody_and_no_page_elsewhere_hears_of_it(opened, referred):
    receiver, path = opened()
    answer = receiver.get(path)
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r'(href|src|action)="https?:', answer.content.decode())
    [cookie] = [one for name, one in receiver.cookies.items() if name == "referral"]
    assert cookie["httponly"] and cookie["path"] == path and cookie["samesite"] == "Lax"


def test_an_address_that_leads_nowhere_says_so_and_what_to_do():
    answer = Client().get("/referral/nothing-here/")
    assert answer.status_code == 404
    assert "Ask whoever gave it to you" in answer.content.decode()


def test_the_receiver_acknowledges_accepts_and_says_done_and_only_then_it_is_done(opened, worker, referred):
    fact = referred()
    receiver, path = opened(fact)
    for what, shown in (
        ("acknowledged", "Received"),
        ("accepted", "Accepted"),
        ("done", "Done, says the receiver"),
    ):
        assert shown not in page(worker, f"/office/referrals/{fact}/").split("<h2>What became")[0].split("<h1>")[1][:90]
        assert receiver.post(path, {"step": what}).status_code == 302
        assert shown in page(worker, f"/office/referrals/{fact}/").split("</h1>")[0]
    assert said() == ["sent", "acknowledged", "accepted", "done"]
    assert said("by") == ["link"] * 4
    assert said("worker") == [worker.worker, None, None, None]
    assert "Rose-Laure" not in page(receiver, path)


def test_a_no_needs_a_reason_and_ends_what_is_shown(opened):
    receiver, path = opened()
    answer = receiver.post(path, {"step": "rejected"})
    assert answer.status_code == 400 and "Choose one" in answer.content.decode()
    receiver.post(path, {"step": "rejected", "reason": "full"})
    assert said()[-1] == "rejected" and said("reason")[-1] == "full"
    assert "Rose-Laure" not in page(receiver, path)


def test_the_receiver_cannot_say_what_comes_later_or_what_is_not_theirs(opened):
    receiver, path = opened()
    for what in ("done", "sent", "deleted", "anything"):
        receiver.post(path, {"step": what})
    assert said() == ["sent"]


def test_a_withdrawal_reaches_whoever_was_told(opened, worker, referred, rose):
    fact = referred()
    receiver, path = opened(fact)
    receiver.post(path, {"step": "acknowledged"})
    worker.post(f"/office/people/{rose}/consent/withdraw", {"purpose": "legal_help"})
    text = page(receiver, path)
    assert "Taken back: delete what you hold" in text
    for word in ("Rose", "Legal", "Fears", "We accept"):
        assert word not in text
    assert "tell them by voice" in page(worker, "/office/referrals/")
    receiver.post(path, {"step": "deleted"})
    assert "tell them by voice" not in page(worker, "/office/referrals/")
    assert "Nothing more is needed" in page(receiver, path)


def test_taken_back_from_one_service_it_stays_with_another(opened, worker, referred, rose, a_service):
    first = referred()
    second = referred(service=a_service("Others", "legal_aid"))
    one, its_path = opened(first)
    other, path = opened(second)
    worker.post(f"/office/referrals/{first}/take-back")
    assert "delete what you hold" in page(one, its_path)
    assert "Rose-Laure" in page(other, path)
    assert "legal_help" in people.standing_consents(_reader(worker), rose)


def _reader(worker):
    from akeyi.access.models import Worker

    return a_viewer(worker.worker, Worker.objects.get(subject=worker.worker).works_at, "protection")


def test_an_answer_undone_on_the_tablet_closes_the_link(opened, referred):
    from akeyi.journal.tell import take_back

    receiver, path = opened()
    take_back([ConsentProtection.objects.get().id])
    assert "delete what you hold" in page(receiver, path)


def test_the_page_speaks_four_languages(opened, link):
    receiver, path = opened()
    in_four_languages(receiver, path)
    in_four_languages(Client(), link()[0])
