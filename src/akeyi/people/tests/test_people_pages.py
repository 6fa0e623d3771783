"""The pages about people: lists, families, households, open questions, corrections, replaced cards."""

import re

import pytest

from akeyi.access.models import Read
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.journal.declare import NotUnderstood
from akeyi.journal.tell import Saying, take_back, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import CardReplaced, Reception
from akeyi.people.pages import list as listing
from akeyi.testing.cast import Tablet, a_series, a_site, a_worker, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


class Hall:
    """A site with one flight, one series of cards, and a manager at the table."""

    def __init__(self):
        self.site = a_site()
        self.flight = an_arrival(self.site)
        self.series = a_series(self.site)
        self.client = signed_in(self.site)

    def person(self, index, **said):
        number = self.series.draw()[index]
        subject = str(self.series.reception_id(number))
        body = ReceptionRevised(card=number, roll=str(self.series.roll_id(0)), arrival=self.flight, **said)
        tell(Saying(body, site=self.site, subject=subject, arrivals=[self.flight]))
        return subject

    def spoken(self, index):
        number = self.series.draw()[index]
        return f"{number[:4]} {number[4:]}"


@pytest.fixture
def hall():
    return Hall()


@pytest.fixture
def rose(hall):
    return hall.person(0, given_names="Rose-Laure", family_name="Désir", sex="female", age=31, is_about=True)


@pytest.fixture
def two_answers(hall, rose):
    """Two tablets, apart, give one person two names."""
    tablets = [Tablet(hall.site, worker=a_worker(hall.site, name), label=name) for name in ("Tablet A", "Tablet B")]
    for tablet, name in zip(tablets, ("Roselaure", "Rose"), strict=True):
        tablet.keep(ReceptionRevised(given_names=name), rose)
    for tablet in tablets:
        tablet.send()
    return rose


def test_the_pages_speak_four_languages(hall, two_answers):
    child = hall.person(1, given_names="Ti Jo", sex="male", age=6, family=two_answers)
    tell(Saying(HouseholdMoved(target=child, why="arrived", groups={"woman": 1}), site=hall.site, subject=child))
    for path in ("", "families/", "households/", "questions/", f"{two_answers}/", f"{two_answers}/correct/"):
        in_four_languages(hall.client, f"/office/people/{path}")


@pytest.mark.parametrize("path", ["", "families/", "households/", "questions/", "{rose}/", "{rose}/correct/"])
def test_statistics_sees_no_names(hall, two_answers, path):
    statistics = signed_in(hall.site, "statistics", short_name="Counter")
    text = page(statistics, "/office/people/" + path.format(rose=two_answers), status=403)
    assert "Rose" not in text and "sir" not in text and hall.spoken(0) not in text
    assert Read.objects.count() == 0


def test_people_are_listed_by_arrival(hall, rose):
    other = an_arrival(hall.site, "GXA 3303")
    assert hall.spoken(0) in page(hall.client, f"/office/people/?arrival={hall.flight}")
    assert hall.spoken(0) not in page(hall.client, f"/office/people/?arrival={other}")


def test_a_person_is_found_and_nobody_is_said_kindly(hall, rose):
    assert "Rose-Laure" in found(hall, q="desir")
    assert "Nobody here has" in found(hall, q="pierre")


def found(hall, **asked):
    return hall.client.post("/office/people/", asked).content.decode()


def test_what_is_looked_for_stands_in_no_address(hall, monkeypatch):
    monkeypatch.setattr(listing, "AT_ONCE", 1)
    for index in range(3):
        hall.person(index, given_names="Rose", family_name="Désir")
    for text in (page(hall.client, "/office/people/"), found(hall, q="desir"), found(hall, q="4", arrival=hall.flight)):
        addresses = re.findall(r'(?:href|action|hx-[a-z-]+)="([^"]*)"', text)
        ours = [re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", one) for one in addresses]
        assert not [one for one in ours if re.search(r"\d{4}[ +]?\d{4}|desir|\?", one)]
        # A form that is not posted puts what is typed into the address.
        assert all('method="post"' in form for form in re.findall(r"<form[^>]*>", text))


def test_many_cards_come_page_by_page(hall, monkeypatch):
    monkeypatch.setattr(listing, "AT_ONCE", 2)
    for index in range(3):
        hall.person(index)
    first = page(hall.client, "/office/people/")
    after = re.search(r'name="after" value="(\d{8})"', first)[1]
    second = found(hall, q="", arrival="", after=after)
    cards = {hall.spoken(index) for index in range(3)}
    assert {card for card in cards if card in first} | {card for card in cards if card in second} == cards
    assert 'name="after"' not in second


def test_opening_a_person_is_told(hall, rose):
    page(hall.client, f"/office/people/{rose}/")
    read = Read.objects.get()
    assert (read.subject, read.worker) == (rose, hall.client.worker)
    assert "Mirlande" in page(hall.client, f"/office/people/{rose}/").split("Who opened this page")[1]


def test_a_person_by_card_only_is_no_open_task(hall):
    person = hall.person(3, by_card_only=True)
    assert "By card only" in page(hall.client, f"/office/people/{person}/")
    assert "No open question" in page(hall.client, "/office/people/questions/")


def test_the_page_shows_what_was_given_and_how_they_left(hall, rose):
    kit = an_item(hall.site, "Hygiene kit")
    given = HandOutGiven(item=kit, quantity=1)
    tell(
        Saying(given, site=hall.site, subject=rose),
        Saying(Left(how="collected", with_whom="her aunt"), hall.site, rose),
    )
    text = page(hall.client, f"/office/people/{rose}/")
    assert "Hygiene kit" in text and "her aunt" in text


def test_what_was_taken_back_stays_in_the_history(hall, rose):
    kit = an_item(hall.site, "Hygiene kit")
    [fact] = tell(Saying(HandOutGiven(item=kit), site=hall.site, subject=rose))
    take_back([fact], hall.client.worker)
    text = page(hall.client, f"/office/people/{rose}/")
    assert "Nothing yet." in text
    assert "taken back" in text.split("Who said what")[1]


def test_what_stands_behind_other_walls_is_not_in_the_history(hall, rose):
    from akeyi.children.facts.release import ChildReleased
    from akeyi.people.facts.came import CameTold

    tell(
        Saying(CameTold(how_came="pushed_back"), site=hall.site, subject=rose),
        Saying(ChildReleased(to="service", name="IBESR Delmas"), site=hall.site, subject=rose),
    )
    text = page(hall.client, f"/office/people/{rose}/")
    assert "pushed" not in text and "IBESR" not in text
    child_protection = signed_in(hall.site, "child_protection", short_name="Nadia")
    assert "IBESR" in page(child_protection, f"/office/people/{rose}/")


def test_a_person_of_another_site_is_not_found(hall):
    elsewhere = Hall()
    other = elsewhere.person(0, given_names="Wilner")
    page(hall.client, f"/office/people/{other}/", status=404)


def test_two_answers_are_a_question_and_choosing_one_ends_it(hall, two_answers):
    text = page(hall.client, "/office/people/questions/")
    assert "Roselaure" in text and "Tablet A" in text and "Tablet B" in text
    seen = re.search(r'name="seen" value="([^"]+)"', text)[1]
    chosen = re.search(r'name="chosen" value="([^"]+)"><span>Roselaure', text)[1]
    hall.client.post(f"/office/people/{two_answers}/choose", {"field": "given_names", "seen": seen, "chosen": chosen})
    one = Reception.objects.get(subject=two_answers)
    assert one.given_names == "Roselaure" and "given_names" not in one.answers


def test_cards_of_another_site_stand_in_no_question_and_no_form(hall, rose):
    elsewhere = Hall()
    elsewhere.series = a_series(elsewhere.site, "OUA-1", "572")
    other = elsewhere.person(0)
    for label in ("A", "B"):
        Tablet(hall.site, label=label).tell(ReceptionRevised(family=other if label == "A" else rose), rose)
    for path in ("questions/", f"{rose}/", f"{rose}/correct/"):
        assert elsewhere.spoken(0) not in page(hall.client, f"/office/people/{path}"), path


def test_an_answer_that_came_meanwhile_stays_open(hall, two_answers):
    text = page(hall.client, "/office/people/questions/")
    seen = re.search(r'name="seen" value="([^"]+)"', text)[1]
    Tablet(hall.site).tell(ReceptionRevised(given_names="Rosette"), two_answers)
    chosen = re.search(r'name="chosen" value="([^"]+)"><span>Roselaure', text)[1]
    hall.client.post(f"/office/people/{two_answers}/choose", {"field": "given_names", "seen": seen, "chosen": chosen})
    text = page(hall.client, "/office/people/questions/")
    assert "Rosette" in text and "Roselaure" in text


def test_the_same_word_from_two_tablets_is_no_question(hall, rose):
    for label in ("A", "B"):
        Tablet(hall.site, label=label).tell(ReceptionRevised(given_names="Rose-Laure"), rose)
    assert "given_names" in Reception.objects.get(subject=rose).answers
    assert "No open question" in page(hall.client, "/office/people/questions/")


def _form(hall, subject):
    """The correction form as a browser would send it back untouched."""
    from html import unescape

    text = page(hall.client, f"/office/people/{subject}/correct/")
    form = {}
    for tag in re.findall(r"<input[^>]+>", text):
        name, kind = re.search(r'name="(\w+)"', tag), re.search(r'type="(\w+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if not name or (kind and kind[1] in ("checkbox", "radio") and "checked" not in tag):
            continue
        if name[1] in ("next", "csrfmiddlewaretoken"):
            continue
        form.setdefault(name[1], [])
        form[name[1]].append(unescape(value[1]) if value else "on" if kind and kind[1] == "checkbox" else "")
    for select in re.findall(r'(?s)<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', text):
        chosen = re.search(r'value="([^"]*)" selected', select[1])
        form[select[0]] = chosen[1] if chosen else ""
    return form


def test_a_correction_tells_only_what_changed(hall, rose):
    form = _form(hall, rose) | {"age": "32", "destination": "HT03"}
    answer = hall.client.post(f"/office/people/{rose}/correct/", form, follow=True)
    assert "Saved." in answer.content.decode()
    one = Reception.objects.get(subject=rose)
    assert (one.age, one.destination, one.given_names, one.answers) == (32, "HT03", "Rose-Laure", {})
    latest = page(hall.client, f"/office/people/{rose}/").split("Who said what")[1].split("</li>")[0]
    assert "32" in latest and "Nord" in latest and "Rose-Laure" not in latest


def test_an_untouched_form_tells_nothing(hall, rose):
    before = page(hall.client, f"/office/people/{rose}/").count("Registered or corrected")
    hall.client.post(f"/office/people/{rose}/correct/", _form(hall, rose))
    assert page(hall.client, f"/office/people/{rose}/").count("Registered or corrected") == before


def test_what_a_tablet_told_while_the_form_was_open_is_not_overwritten(hall, rose):
    form = _form(hall, rose)
    Tablet(hall.site).tell(ReceptionRevised(given_names="Rosette"), rose)
    hall.client.post(f"/office/people/{rose}/correct/", form | {"given_names": "Rose"})
    assert sorted(value for _, value in Reception.objects.get(subject=rose).answers["given_names"]) == [
        "Rose",
        "Rosette",
    ]


def test_a_person_joins_a_family_by_the_card_of_anybody_in_it(hall, rose):
    child = hall.person(1, given_names="Ti Jo", family=rose)
    other = hall.person(2, given_names="Marie")
    hall.client.post(f"/office/people/{other}/correct/", _form(hall, other) | {"family": hall.spoken(1)})
    assert Reception.objects.get(subject=other).family == rose
    families = page(hall.client, "/office/people/families/")
    assert all(name in families for name in ("Rose-Laure", "Ti Jo", "Marie"))
    assert child


def test_a_wrong_number_is_said_beside_the_field(hall, rose):
    answer = hall.client.post(f"/office/people/{rose}/correct/", _form(hall, rose) | {"family": "1234 5678"})
    assert "read its eight digits again" in answer.content.decode()


@pytest.mark.parametrize("born", ["1850-01-01", "2935-05-01"])
def test_a_birth_date_that_cannot_be_is_said_beside_the_field(hall, rose, born):
    answer = hall.client.post(f"/office/people/{rose}/correct/", _form(hall, rose) | {"birth_on": born})
    assert "Give a day from 1890 to today." in answer.content.decode()
    assert Reception.objects.get(subject=rose).birth_on is None


def test_a_birth_before_1890_is_understood_by_nobody():
    with pytest.raises(NotUnderstood):
        ReceptionRevised.understand(1, '{"birth_on": "1850-01-01"}')


def test_a_card_is_replaced_and_that_is_taken_back(hall, rose):
    hall.client.post(f"/office/people/{rose}/card", {"new_card": hall.spoken(9)})
    new = str(hall.series.reception_id(hall.series.draw()[9]))
    assert "Rose-Laure" in page(hall.client, f"/office/people/{new}/")
    hall.client.post(f"/office/people/{rose}/card/undo", {"fact": CardReplaced.objects.get().id})
    page(hall.client, f"/office/people/{new}/", status=404)
    assert "Rose-Laure" in page(hall.client, f"/office/people/{rose}/")


def test_somebody_elses_card_replaces_nothing(hall, rose):
    hall.person(1, given_names="Ti Jo")
    answer = hall.client.post(f"/office/people/{rose}/card", {"new_card": hall.spoken(1)}, follow=True)
    assert "somebody else" in answer.content.decode()
    assert CardReplaced.objects.count() == 0


def test_a_household_is_shown_with_its_people(hall):
    token = hall.person(4, is_token=True)
    moved = HouseholdMoved(target=token, why="arrived", groups={"woman": 2, "girl": 3})
    tell(Saying(moved, site=hall.site, subject=token))
    text = page(hall.client, "/office/people/households/")
    assert "Household of 5 people" in text and "Girls 3" in text
    assert "Household of 5 people" in page(hall.client, f"/office/people/{token}/")


def test_a_number_of_no_series_is_marked(hall):
    subject = "0190a5c0-0000-8000-8000-00000000000a"
    tell(Saying(ReceptionRevised(card="99900009"), site=hall.site, subject=subject))
    assert "number of no series" in page(hall.client, f"/office/people/{subject}/")
