"""Consent: a standing yes, behind the wall of its matter, taken back at the office at the person's word."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access.viewer import Viewer
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.consent import ConsentTold, ProtectionConsentTold
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Consent, ConsentProtection
from akeyi.testing.cast import a_series, a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
NOON = datetime(2021, 9, 19, 12, tzinfo=UTC)


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def rose(site):
    flight, series = an_arrival(site), a_series(site)
    number = series.draw()[0]
    subject = str(series.reception_id(number))
    body = ReceptionRevised(card=number, arrival=flight, given_names="Rose-Laure", sex="female", age=31)
    tell(Saying(body, site=site, subject=subject, arrivals=[flight]))
    return subject


def reading(site, *walls):
    return Viewer("", site, (), frozenset(walls))


@pytest.fixture
def answered(site, rose):
    def told(answer="yes", purpose="follow_up_call", minutes=0, subject=rose, **more):
        said = ConsentTold(purpose=purpose, answer=answer, how="said", language="ht", **more)
        at = NOON + timedelta(minutes=minutes)
        return tell(Saying(said, site=site, subject=subject, at=at))[0]

    return told


def standing(site, rose, *walls):
    return set(queries.standing_consents(reading(site, *(walls or ("reception",))), rose))


def test_what_nobody_asked_is_a_no(site, rose):
    assert standing(site, rose) == set()


def test_a_yes_stands_until_a_later_answer(site, rose, answered):
    answered("yes")
    answered("yes", "family_contact")
    assert standing(site, rose) == {"follow_up_call", "family_contact"}
    answered("no", minutes=5)
    assert standing(site, rose) == {"family_contact"}
    answered("yes", minutes=6)
    assert standing(site, rose) == {"follow_up_call", "family_contact"}


def test_an_answer_written_down_late_does_not_undo_a_later_withdrawal(site, rose, answered):
    """A form on paper, signed at noon and typed in the evening."""
    answered("withdrawn", minutes=10)
    answered("yes")
    assert standing(site, rose) == set()


def test_what_was_taken_back_stands_no_more_whatever_a_wrong_clock_says(site, rose, answered):
    ahead = answered("yes", minutes=45)
    answered("withdrawn", minutes=10, withdraws=[ahead])
    assert standing(site, rose) == set()


def test_it_follows_the_person_to_another_card(site, rose, answered):
    number = a_series(site).draw()[5]
    new = str(a_series(site).reception_id(number))
    tell(
        Saying(CardWasReplaced(old_card=number, new_card=number, new_reception=new), site=site, subject=rose),
    )
    answered("yes", subject=new)
    assert standing(site, rose) == {"follow_up_call"}


@pytest.fixture
def to_a_lawyer(site, rose):
    said = ProtectionConsentTold(purpose="legal_help", answer="yes", how="said", language="ht")
    return tell(Saying(said, site=site, subject=rose))


def test_who_may_not_know_the_matter_does_not_know_of_the_consent(site, rose, answered, to_a_lawyer):
    answered("yes")
    assert standing(site, rose) == {"follow_up_call"}
    assert standing(site, rose, "reception", "protection") == {"follow_up_call", "legal_help"}
    manager = signed_in(site)
    for language, words in (("en", "legal aid"), ("fr", "aide juridique"), ("es", "ayuda legal"), ("ht", "avoka")):
        assert words not in page(manager, f"/office/people/{rose}/", language)
    manager.post(f"/office/people/{rose}/consent/withdraw", {"purpose": "legal_help"})
    assert ConsentProtection.objects.get().answer == "yes"


def test_a_person_takes_it_back_at_the_office(site, rose, answered):
    first, second = answered("yes"), answered("yes", minutes=1)
    clerk = signed_in(site, "clerk")
    text = page(clerk, f"/office/people/{rose}/")
    assert "A call later" in text and "Takes it back: A call later" in text
    answer = clerk.post(f"/office/people/{rose}/consent/withdraw", {"purpose": "follow_up_call"}, follow=True)
    assert "Services that were told read it in their link" in answer.content.decode()
    assert "Nothing. Whatever nobody agreed to is a no." in answer.content.decode()
    told = Consent.objects.get(answer="withdrawn")
    assert (told.worker, sorted(told.withdraws)) == (clerk.worker, sorted([first, second]))
    assert standing(site, rose) == set()


def test_taking_back_twice_is_taking_back_once(site, rose, answered):
    answered("yes")
    clerk = signed_in(site, "clerk")
    for _ in range(2):
        clerk.post(f"/office/people/{rose}/consent/withdraw", {"purpose": "follow_up_call"})
    assert Consent.objects.filter(answer="withdrawn").count() == 1


def test_a_purpose_that_nobody_knows_is_no_error(site, rose):
    answer = signed_in(site, "clerk").post(f"/office/people/{rose}/consent/withdraw", {"purpose": "anything"})
    assert answer.status_code == 302


def test_the_history_says_how_it_was_asked(site, rose, answered):
    answered("yes", proxy="parent", proxy_why="child", is_interpreted=True, notice="5d1f0a7e")
    text = page(signed_in(site, "clerk"), f"/office/people/{rose}/")
    for said in ("What for: A call later", "Who answered for them: A parent", "With an interpreter: yes", "5d1f0a7e"):
        assert said in text


def test_the_page_speaks_four_languages(site, rose, answered):
    answered("yes")
    in_four_languages(signed_in(site), f"/office/people/{rose}/")
