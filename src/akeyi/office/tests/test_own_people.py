"""A state authority's worker registers people at the table and reads their own words of them, while they are here."""

import pytest

from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Reception
from akeyi.testing.cast import a_series, a_site
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
PEOPLE = "/office/own/"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def series(site):
    return a_series(site)


@pytest.fixture
def authority(site):
    return signed_in(site, "authority", short_name="Yves")


def registers(client, card, **said):
    return client.post(PEOPLE, {"card": card, "sex": "female", "age": "31"} | said)


def test_they_register_one_person_and_see_and_correct_what_they_wrote(authority, site, series):
    number = series.draw()[0]
    rose = str(series.reception_id(number))
    assert registers(authority, number, given_names="Rose").status_code == 302
    assert (one := Reception.objects.get(subject=rose)).given_names == "Rose"
    assert (one.card, one.roll, one.age) == (number, str(series.roll_id(0)), 31)
    assert "Rose" in page(authority, PEOPLE)
    authority.post(f"{PEOPLE}{rose}/", {"given_names": "Rose-Laure", "sex": "female", "age": "31"})
    assert Reception.objects.get(subject=rose).given_names == "Rose-Laure"
    in_four_languages(authority, PEOPLE)
    in_four_languages(authority, f"{PEOPLE}{rose}/")


def test_nothing_that_others_said_of_them_is_shown_or_written_over(authority, site, series):
    number = series.draw()[0]
    rose = str(series.reception_id(number))
    registers(authority, number, given_names="Rose")
    tell(Saying(ReceptionRevised(given_names="Marie", phone="37001122"), site=site, subject=rose))
    html = page(authority, PEOPLE) + page(authority, f"{PEOPLE}{rose}/")
    assert "Rose" in html and "Marie" not in html and "37001122" not in html
    authority.post(f"{PEOPLE}{rose}/", {"given_names": "Roz", "sex": "female", "age": "31"})
    assert "given_names" in Reception.objects.get(subject=rose).answers


def test_a_card_of_somebody_else_stays_theirs(authority, site, series):
    number = series.draw()[0]
    rose = str(series.reception_id(number))
    tell(Saying(ReceptionRevised(card=number, given_names="Marie"), site=site, subject=rose))
    answer = registers(authority, number, given_names="Rose")
    assert "somebody else" in answer.content.decode() and "Marie" not in answer.content.decode()
    assert Reception.objects.get(subject=rose).given_names == "Marie"
    page(authority, f"{PEOPLE}{rose}/", status=404)


def test_who_left_is_seen_no_more(authority, site, series):
    number = series.draw()[0]
    registers(authority, number, given_names="Rose")
    rose = str(series.reception_id(number))
    tell(Saying(Left(how="own_way"), site=site, subject=rose))
    assert "Rose" not in page(authority, PEOPLE)
    page(authority, f"{PEOPLE}{rose}/", status=404)


def test_another_of_their_colleagues_is_not_shown_them(authority, site, series):
    registers(authority, series.draw()[0], given_names="Rose")
    assert "Rose" not in page(signed_in(site, "authority", short_name="Carl"), PEOPLE)
