"""The answer to a sender: fixed words, by the head of mission alone, told and printed."""

import pypdfium2
import pytest

from akeyi.access.models import Read
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.tally import Tallied
from akeyi.figures.models import SenderAnswer
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def flight(site):
    """97 counted of 99 expected."""
    arrival = an_arrival(site, status="met")
    counted = Tallied(**(Tallied.example | {"count": 97, "group": "woman"}))
    expected = ExpectedTold(**(ExpectedTold.example | {"claim": "expected", "total": 99}))
    for body in (counted, expected):
        tell(Saying(body, site=site, subject=arrival, arrivals=[arrival]))
    return arrival


@pytest.fixture
def head(site):
    return signed_in(site, "head_of_mission", short_name="Dominique")


def words_of(pdf):
    return "".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(pdf))


def test_numbers_come_from_the_hall_and_nothing_can_be_typed(head, flight):
    answer = {"arrival": flight, "hurt": "no", "arrived": "3", "of": "5", "note": "Typed words", "named": "Rosenom"}
    head.post("/office/sender/", answer)
    assert list(SenderAnswer.objects.values_list("arrival", "arrived", "of", "is_hurt")) == [(flight, 97, 99, False)]
    shown = page(head, "/office/sender/")
    assert "Arrived: 97 of 99" in shown and "Typed words" not in shown and "Rosenom" not in shown
    assert "<textarea" not in shown and 'type="text"' not in shown.split("<main")[1]


def test_it_prints_signed_and_taking_it_is_an_entry(head, flight):
    head.post("/office/sender/", {"arrival": flight, "hurt": "yes"})
    [one] = SenderAnswer.objects.all()
    answer = head.get(f"/office/sender/{one.id}.pdf")
    said = words_of(answer.content)
    assert "Arrived: 97 of 99" in said and "Injury or medical incident aboard" in said and "Dominique" in said
    assert one.worker == head.worker
    assert list(Read.objects.values_list("what", "subject")) == [("sender: taken", one.id)]


def test_what_nobody_counted_is_not_signed(site, head):
    not_counted = an_arrival(site, "GXA 3303", status="landed")
    shown = head.post("/office/sender/", {"arrival": not_counted, "hurt": "no"}).content.decode()
    assert "Nobody counted this arrival yet." in shown
    head.post("/office/sender/", {"arrival": not_counted})
    assert not SenderAnswer.objects.exists()


def test_nobody_else_answers_a_sender(site, head, flight):
    head.post("/office/sender/", {"arrival": flight, "hurt": "no"})
    [one] = SenderAnswer.objects.all()
    for role in ("manager", "administrator", "audit", "protection", "statistics", "authority"):
        other = signed_in(site, role, short_name="Other")
        assert other.post("/office/sender/", {"arrival": flight, "hurt": "no"}).status_code == 403
        assert other.get(f"/office/sender/{one.id}.pdf").status_code == 403
    assert SenderAnswer.objects.count() == 1


def test_it_speaks_four_languages(head, flight):
    in_four_languages(head, "/office/sender/")
