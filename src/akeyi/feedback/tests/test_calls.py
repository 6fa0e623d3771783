"""From the yes to the call: who is on the list, what is shown before the word and after it, what ends it all."""

import html
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from akeyi.access.facts.read import WasRead
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.granting import keep_to_roles
from akeyi.access.models import OfficeAccount
from akeyi.feedback import calls
from akeyi.feedback.facts.call_wish import CallWished
from akeyi.feedback.models import Call, Calling, CallWish
from akeyi.journal.models import Body, Envelope, Verdict
from akeyi.journal.tell import Saying, tell
from akeyi.office import held
from akeyi.operation.retention import due, erase_due
from akeyi.people import consents
from akeyi.people.facts.consent import ConsentTold
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Reception
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import Browser, a_viewer, in_four_languages, signed_in

pytestmark = pytest.mark.django_db

# Ten in the morning in Port-au-Prince.
MET = datetime(2021, 9, 19, 14, tzinfo=UTC)
NUMBER, WORD, NAME = "+50937001122", "Lanmè", "Ti Rose"
TOLD = {"number": NUMBER, "whose": "family", "hours": ["morning"], "language": "ht", "word": WORD, "call_me": NAME}
REACHED = {"outcome": "reached", "situation": "left_again", "received": "no", "wants_help": "yes"}


class Hall:
    """Somebody who was met, agreed, and told a tablet how they are called."""

    def __init__(self, at: datetime = MET, **about) -> None:
        self.site = a_site()
        self.flight = an_arrival(self.site, status="closed")
        self.tablet = Tablet(self.site)
        self.tablet.worker = a_worker(self.site, "Nadia", ("clerk",))
        self.rose = "01926f00-0000-7000-8000-0000000000aa"
        said: dict[str, Any] = {"card": "41812345", "age_group": "adult", "age": 31} | about
        self.says(ReceptionRevised(**said), at)
        self.yes = self.says(ConsentTold(purpose="follow_up_call", answer="yes", how="said"), at)
        self.wish = self.wishes(at)
        self._carline = signed_in(self.site, "phone_desk", short_name="Carline")

    @property
    def carline(self) -> Browser:
        """Signed in anew: days pass, and no session lasts for one."""
        self._carline.force_login(OfficeAccount.objects.get(worker=self._carline.worker).user)
        return self._carline

    def says(self, body, at: datetime) -> str:
        return self.tablet.tell(body, self.rose, (self.flight,), at=_text(at))

    def wishes(self, at: datetime, **more) -> str:
        return self.tablet.tell(CallWished(reception=self.rose, **(TOLD | more)), at=_text(at))

    def list(self, client=None) -> str:
        return _words((client or self.carline).get("/office/calls/"))

    def sees(self, client=None) -> str:
        return _words((client or self.carline).get(f"/office/calls/{self.wish}/"))

    def does(self, what: str, client=None, **said):
        return (client or self.carline).post(f"/office/calls/{self.wish}/{what}", said)

    def calls(self, client=None, **outcome):
        """From the number to an outcome that needs no word."""
        self.does("number", client)
        return self.does("outcome", client, **outcome)


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _words(answer) -> str:
    return html.unescape(answer.content.decode())


def after(days: int, hour: int = 0) -> time_machine.travel:
    """So many days after, at the same hour or some later."""
    return time_machine.travel(MET + timedelta(days, hours=hour), tick=True)


@pytest.fixture
def hall():
    with after(0), timezone.override("America/Port-au-Prince"):
        yield Hall()


def test_a_clerk_says_it_on_a_tablet_and_no_tablet_is_sent_it(hall):
    assert not Verdict.objects.filter(fact=hall.wish, verdict="refused").exists()
    envelope, body = Envelope.objects.get(id=hall.wish), Body.objects.get(id=hall.wish)
    assert (envelope.subject, envelope.wall) == (hall.wish, "sealed")
    assert body.text == "" and body.sealed
    assert all(fact["kind"] != "feedback.call_wish" for fact in hall.tablet.pull())


def test_a_volunteer_s_word_waits(hall):
    hall.tablet.worker = a_worker(hall.site, "Jacky", ("volunteer",))
    waits = hall.wishes(MET)
    assert Verdict.objects.filter(fact=waits, verdict="refused").exists()


def test_nobody_is_on_the_list_before_the_seventh_day(hall):
    with after(6):
        assert "Nobody is to be called at this hour." in hall.list()
        assert hall.does("number").status_code == 404
    with after(7):
        assert "After 7 days" in hall.list() and "Due today" in hall.list()
    with after(9):
        assert "Overdue since 26 September" in hall.list()


def test_the_list_and_the_first_page_show_neither_name_nor_number_nor_word(hall):
    with after(7):
        shown = hall.list() + hall.sees()
        for secret in (NUMBER, WORD, NAME, "41812345"):
            assert secret not in shown


def test_at_another_hour_the_number_is_not_shown(hall):
    with after(7, hour=4):
        assert "Today, at another hour" in hall.list()
        answer = hall.does("number")
        assert "this hour is not safe" in _words(hall.carline.get(answer.url))
        assert NUMBER not in hall.sees()


def test_the_number_is_shown_on_a_tap_which_is_noted_and_names_nobody(hall):
    with after(7):
        hall.does("number")
        shown = hall.sees()
        assert NUMBER in shown and "Ki mo ou te chwazi a?" in shown
        assert NAME not in shown and WORD not in shown
        [look] = Envelope.objects.filter(kind=WasRead.declared.name, subject=hall.wish)
        assert look.worker == hall.carline.worker


def test_after_the_right_word_the_name_and_what_to_ask_appear(hall):
    with after(7):
        assert hall.does("word", word=WORD).status_code == 302
        assert "This call is not open any more." in hall.sees()
        hall.does("number")
        wrong = hall.does("word", word="mòn")
        assert wrong.status_code == 400 and "not the word" in _words(wrong) and "mòn" not in _words(wrong)
        assert NAME not in _words(wrong)
        hall.does("word", word="LANME")
        assert NAME in hall.sees() and "Kijan ou ye?" in hall.sees()


def test_three_wrong_words_end_this_call_and_nobody_guesses_on(hall):
    with after(7):
        hall.does("number")
        for _ in range(2):
            assert hall.does("word", word="mòn").status_code == 400
        assert "Three wrong words" in _words(hall.carline.get(hall.does("word", word="mòn").url))
        assert [one.outcome for one in Call.objects.all()] == ["wrong_word"]
        assert hall.does("number").status_code == 404
        [told] = Call.objects.all()
        assert hall.carline.post(f"/office/calls/{told.id}/put-right").status_code == 404
    with after(8):
        assert "try 2 of 3" in hall.list()


def test_wrong_words_count_for_the_day_whoever_begins_again(hall):
    other = signed_in(hall.site, "phone_desk", short_name="Other")
    with after(7):
        hall.does("number")
        hall.does("word", word="mòn")
        hall.does("word", word="mòn")
    with after(7, hour=1):
        hall.does("number", other)
        assert hall.does("word", other, word="mòn").status_code == 302


def test_how_they_are_is_kept_without_a_name(hall):
    with after(7):
        hall.does("number")
        assert hall.does("outcome", **REACHED).status_code == 302
        assert not Call.objects.exists(), "before the word"
        hall.does("word", word=WORD)
        missing = hall.does("outcome", **(REACHED | {"situation": ""}))
        assert missing.status_code == 400 and "Please fill this in." in _words(missing)
        hall.does("outcome", **REACHED)
        [one] = Call.objects.all()
        assert (one.subject, one.step, one.outcome) == (hall.wish, "day_7", "reached")
        assert (one.situation, one.received, one.wants_help) == ("left_again", "no", True)
        assert "Nobody is to be called at this hour." in hall.list() and "Reached" in hall.list()
    with after(30):
        assert "After 30 days" in hall.list()


def test_where_nobody_answered_no_message_is_left_and_it_is_tried_tomorrow(hall):
    with after(7):
        answer = hall.calls(outcome="nobody", situation="here")
        assert "Leave no message, and send none." in _words(hall.carline.get(answer.url))
        assert Call.objects.get().situation is None
    with after(8):
        assert "try 2 of 3" in hall.list()


def test_a_wrong_tap_is_taken_back_by_who_tapped(hall):
    with after(7):
        other = signed_in(hall.site, "phone_desk", short_name="Other")
        hall.calls(outcome="never_again")
        [told] = Call.objects.all()
        assert other.post(f"/office/calls/{told.id}/put-right").status_code == 404
        hall.carline.post(f"/office/calls/{told.id}/put-right")
        assert "After 7 days" in hall.list()


def test_two_do_not_call_the_same_person_at_once(hall):
    with after(7):
        other = signed_in(hall.site, "phone_desk", short_name="Other")
        hall.does("number")
        assert "Carline is calling" in hall.list(other)
        answer = hall.does("number", other)
        assert "Carline is calling this person." in _words(other.get(answer.url))
        assert NUMBER not in hall.sees(other)


def test_whoever_took_it_back_is_not_on_the_list_and_their_number_goes(hall):
    with after(5):
        clerk = a_viewer(a_worker(hall.site, "Ann", ("clerk",)), hall.site, "clerk")
        consents.withdraw(clerk, hall.rose, "follow_up_call")
    with after(7):
        assert "Nobody is to be called at this hour." in hall.list()
        erase_due()
        assert not CallWish.objects.exists()
        # And who changes their mind says another one.
        hall.says(ConsentTold(purpose="follow_up_call", answer="yes", how="said"), MET + timedelta(7))
        hall.wish = hall.wishes(MET + timedelta(7))
    with after(14):
        assert "After 7 days" in hall.list()


def test_whoever_was_erased_is_called_no_more(hall):
    with after(7):
        manager = signed_in(hall.site, "manager", short_name="Guerline")
        held.erase_person(a_viewer(manager.worker, hall.site, "manager"), Reception.objects.get(subject=hall.rose))
        assert not CallWish.objects.exists()
        assert hall.does("number").status_code == 404


def test_a_child_is_not_called_whatever_a_tablet_told():
    with after(0), timezone.override("America/Port-au-Prince"):
        child = Hall(age=15, age_group=None)
    with after(7), timezone.override("America/Port-au-Prince"):
        assert "Nobody is to be called at this hour." in child.list()


def test_another_number_takes_the_place_of_the_first(hall):
    with after(0, hour=1):
        first, hall.wish = hall.wish, hall.wishes(MET + timedelta(hours=1), number="+50938000000")
    with after(7, hour=1):
        assert hall.carline.get(f"/office/calls/{first}/").status_code == 404
        hall.does("number")
        assert "+50938000000" in hall.sees()


def test_who_is_still_to_be_called_is_kept_until_the_last_call(hall):
    with after(0):
        today = timezone.localdate()
    with after(100):
        for days, goes in ((119, False), (120, True)):
            found = due(hall.site, today + timedelta(days))
            assert any((one.person, one.wall) == (hall.rose, "reception") for one in found) == goes
    with after(91):
        hall.does("number")
        hall.does("word", word=WORD)
        hall.does("outcome", **REACHED)
    with after(92):
        erase_due()
        assert not CallWish.objects.exists() and Call.objects.count() == 1
        assert not Body.objects.filter(id=hall.wish).exists()


def test_calls_left_open_are_gone_the_next_day(hall):
    with after(7):
        hall.does("number")
    with after(9):
        erase_due()
        assert not Calling.objects.exists()


def test_numbers_name_nobody_and_few_are_not_said(hall):
    marc = signed_in(hall.site, "statistics", short_name="Marc")
    assert "Fewer than 5 people" in _words(marc.get("/office/calls/numbers"))
    for _ in range(6):
        hall.wishes(MET)
    assert "About 5 people" in _words(marc.get("/office/calls/numbers"))
    assert signed_in(hall.site, "focal_point", short_name="F").get("/office/calls/numbers").status_code == 403


def test_who_holds_other_keys_to_what_is_sealed_reads_no_number_and_the_other_way_round(hall):
    with after(7):
        for role in ("holder", "focal_point", "manager", "administrator", "audit", "clerk"):
            assert signed_in(hall.site, role, short_name=role).get("/office/calls/").status_code == 403, role
        for path in ("/office/sealed/", "/office/complaints/", "/office/people/"):
            assert hall.carline.get(path).status_code == 403, path


def test_whoever_telephones_lets_nobody_in_and_is_no_focal_point_by_it(hall):
    assert hall.carline.get("/office/granting/").status_code == 403
    worker = hall.carline.worker
    tell(Saying(WorkerRevised(roles=["focal_point"]), site=hall.site, subject=worker))
    keep_to_roles(worker, ["phone_desk"])
    assert "sealed" not in OfficeAccount.objects.get(worker=worker).opens


def test_every_page_is_said_in_four_languages(hall):
    with after(7):
        for path in ("/office/calls/", "/office/calls/numbers", f"/office/calls/{hall.wish}/"):
            in_four_languages(hall.carline, path)
    assert calls.COUNTED
