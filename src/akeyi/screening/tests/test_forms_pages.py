"""The pages of forms: uploaded, looked at, published; answers for whoever reads behind their wall, and nobody else."""

import csv
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from akeyi.access.models import Read
from akeyi.journal.erase import erase
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.screening import queries
from akeyi.screening.facts.answer import AnswerOfProtection
from akeyi.screening.forms.publish import publish_ours
from akeyi.testing.cast import a_site
from akeyi.testing.office import in_four_languages, page, signed_in

from .test_convert import book, changed

pytestmark = pytest.mark.django_db
OURS = "washington_group"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def officer(site):
    return signed_in(site, "information", short_name="Rachelle")


def upload(client, data: bytes, wall: str = "protection", language: str = "en"):
    return client.post(
        "/office/forms/new/",
        {"file": SimpleUploadedFile("form.xlsx", data), "wall": wall},
        headers={"Accept-Language": language},
    )


def published(client, data: bytes, wall: str = "protection"):
    signed = upload(client, data, wall).content.decode().partition('name="signed" value="')[2].partition('"')[0]
    return client.post("/office/forms/publish", {"signed": signed}, follow=True)


def id_of(site: str, form: str = "shelter") -> str:
    return queries.versions(site, form)[0].facts[0]


def answered(site: str, form: str, **answers: str) -> str:
    reception = new_id()
    told = AnswerOfProtection(version=id_of(site, form), answers=answers, language="ht", interpreter="phone")
    tell(
        Saying(ReceptionRevised(card="41829375"), site=site, subject=reception),
        Saying(told, site=site, subject=reception),
    )
    return reception


def test_the_pages_speak_four_languages(site, officer):
    published(officer, book())
    for path in ("/office/forms/", "/office/forms/new/", f"/office/forms/{id_of(site)}/"):
        in_four_languages(officer, path)


def test_it_is_looked_at_before_it_is_published(site, officer):
    text = upload(officer, book()).content.decode()
    assert "Where do you sleep?" in text and "This form says nothing in Français." in text
    assert queries.versions(site) == []
    assert "Version 1 is published" in published(officer, book()).content.decode()
    [version] = queries.versions(site)
    assert (version.form, version.wall, version.number, version.is_asked) == ("shelter", "protection", 1, True)


def test_what_was_not_looked_at_is_not_published(site, officer):
    officer.post("/office/forms/publish", {"signed": "made up"})
    assert queries.versions(site) == []


def test_problems_are_shown_by_sheet_row_and_column(site, officer):
    for language, words in (
        ("en", "Tablets ask no question of type geopoint."),
        ("ht", "pa mande kesyon tip geopoint"),
    ):
        answer = upload(officer, book(changed(5, "type", "geopoint")), language=language)
        assert answer.status_code == 422
        text = answer.content.decode()
        assert words in text and "A · type" in text and ">survey<" in text and ">5<" in text
    text = upload(officer, book(changed(5, "relevant", "${nobody} = 1"))).content.decode()
    assert "pyxform says:" in text and "E · relevant" in text
    assert queries.versions(site) == []


def test_an_older_version_stays_readable(site, officer):
    published(officer, book())
    published(officer, book(changed(3, "label::English (en)", "Where will you sleep?")))
    new, old = queries.versions(site, "shelter")
    assert (new.number, old.number) == (2, 1)
    assert "Where will you sleep?" in page(officer, f"/office/forms/{new.facts[0]}/")
    text = page(officer, f"/office/forms/{old.facts[0]}/")
    assert "Where do you sleep?" in text and "an older version" in text


def test_a_form_stays_behind_its_wall(site, officer):
    published(officer, book())
    assert "stands behind another wall" in upload(officer, book(), wall="reception").content.decode()
    assert [one.wall for one in queries.versions(site)] == ["protection"]


def test_it_is_switched_off_and_on(site, officer):
    published(officer, book())
    officer.post(f"/office/forms/{id_of(site)}/switch")
    assert "not asked now" in page(officer, "/office/forms/")
    officer.post(f"/office/forms/{id_of(site)}/switch")
    [version] = queries.versions(site)
    assert (version.is_asked, len(version.facts)) == (True, 3)


def test_those_that_come_with_akeyi_are_published_once(site, officer):
    officer.post("/office/forms/ours")
    known = {one.form for one in queries.versions(site)}
    assert OURS in known
    officer.post("/office/forms/ours")
    assert {one.number for one in queries.versions(site)} == {1}


def test_the_office_takes_answers_along_as_csv_and_as_a_workbook(site):
    publish_ours(site)
    answered(site, OURS, walking="a_lot", counted="yes")
    reader = signed_in(site, "protection", short_name="Roseline")
    address = f"/office/forms/{id_of(site, OURS)}/answers"
    text = b"".join(reader.post(f"{address}.csv", {"recipient": "team"}).streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["walking"], row["seeing"], row["_card"], row["_interpreter"]) == ("a_lot", "", "41829375", "phone")
    sheet = openpyxl.load_workbook(io.BytesIO(reader.post(f"{address}.xlsx", {"recipient": "team"}).content)).active
    assert [[cell or "" for cell in cells] for cells in sheet.iter_rows(values_only=True)] == [
        list(row),
        list(row.values()),
    ]
    assert list(Read.objects.values_list("what", "worker")) == [("answers: team", reader.worker)] * 2


@pytest.mark.parametrize(
    "role", ["clerk", "manager", "health", "child_protection", "cash", "statistics", "information"]
)
def test_nobody_else_takes_along_or_counts_what_was_answered(site, role):
    publish_ours(site)
    answered(site, OURS, walking="a_lot")
    client = signed_in(site, role, short_name="Somebody")
    for ending in ("csv", "xlsx"):
        answer = client.get(f"/office/forms/{id_of(site, OURS)}/answers.{ending}")
        assert answer.status_code in (403, 404) and b"a_lot" not in b"".join(answer)
    assert "answers.csv" not in client.get("/office/forms/").content.decode().split(OURS)[0]


def test_only_the_information_officer_publishes(site):
    for role in ("manager", "protection", "clerk", "administrator"):
        client = signed_in(site, role, short_name=role)
        assert upload(client, book()).status_code == 403
        assert client.post("/office/forms/ours").status_code == 403
    assert queries.versions(site) == []


def test_what_was_answered_goes_with_the_person(site):
    publish_ours(site)
    rose = answered(site, OURS, walking="a_lot")
    erase(rose, site, ["reception", "protection"], "asked for by the person", [])
    reader = signed_in(site, "protection", short_name="Roseline")
    text = b"".join(
        reader.post(f"/office/forms/{id_of(site, OURS)}/answers.csv", {"recipient": "team"}).streaming_content
    ).decode()
    assert len(text.splitlines()) == 1


def test_whoever_reads_the_answers_sees_how_many_are_counted(site, officer):
    publish_ours(site, officer.worker)
    form = id_of(site, OURS)
    for answer in ("some", "a_lot", "cannot"):
        body = AnswerOfProtection(version=form, answers={"walking": answer}, language="ht", interpreter="nobody")
        tell(Saying(body, site=site, subject=new_id()))
    said = page(signed_in(site, "protection"), f"/office/forms/{form}/")
    assert "<strong>2</strong> of 3 who answered" in said
    assert "who answered" not in page(officer, f"/office/forms/{form}/")
    assert "who answered" not in page(signed_in(site, "protection"), f"/office/forms/{id_of(site, 'private_talk')}/")
