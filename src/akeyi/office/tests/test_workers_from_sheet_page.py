"""Workers from a spreadsheet: real files are read, looked at and added once, with PINs that are shown once."""

import csv
import html
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from akeyi.access import pins, queries
from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.models import Organisation, Pin, Worker
from akeyi.arrivals import readers
from akeyi.errors import AkeyiError
from akeyi.journal.ids import new_id
from akeyi.journal.models import Envelope
from akeyi.journal.tell import Saying, tell
from akeyi.office.workers_words import HEADERS, written
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import LANGUAGES, holds_nothing_inline, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
START = "/office/workers/from-sheet/"
LISTS = Path(readers.__file__).parents[1] / "tests" / "lists"
TEAM = (
    ("Jean Robert", "Red Cross", "Volunteer, Réception", "ht, fr"),
    ("Nadia", "Red Cross", "Pwoteksyon timoun", "Kreyòl"),
    ("Edner", "Migration office", "clerk", "es"),
    ("Luc", "", "boss", "en"),
)


def an_organisation(site, name, kind):
    said = OrganisationRevised(name=name, kind=kind, is_active=True)
    tell(Saying(said, site=site, subject=new_id()))


@pytest.fixture
def site():
    site = a_site()
    an_organisation(site, "Red Cross", "red_cross")
    an_organisation(site, "Migration office", "state")
    return site


def xlsx(rows, language="en"):
    book = openpyxl.Workbook()
    book.active.append([written(HEADERS, what, language) for what in HEADERS])
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows):
    """The true ODS of a list, with other rows in its table."""
    told = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{html.escape(text)}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    out = io.BytesIO()
    with zipfile.ZipFile(LISTS / "libreoffice.ods") as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "content.xml":
                content = re.sub(rb"<table:table-row.*</table:table-row>", told.encode(), content, flags=re.S)
            new.writestr(name, content)
    return out.getvalue()


def give(client, data, name="team.xlsx"):
    return client.post(START, {"file": SimpleUploadedFile(name, data)})


def hidden(answer, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1])


def press(client, shown, answer="add", **said):
    carried = {name: hidden(shown, name) for name in ("sheets", "seen")}
    return client.post(f"{START}add", carried | {"answer": answer} | said)


def names(site):
    return {one["short_name"] for one in queries.workers(site)}


def test_the_pages_speak_four_languages(site):
    client = signed_in(site)
    in_four_languages(client, START)
    for language in LANGUAGES:
        client.cookies["django_language"] = language
        shown = give(client, xlsx(TEAM)).content.decode()
        assert f'lang="{language}"' in shown and holds_nothing_inline(shown)
    assert f'href="{START}"' in page(client, "/office/workers/")


@pytest.mark.parametrize("role", ["clerk", "audit", "authority", "child_protection"])
def test_only_who_says_who_works_here_opens_them(site, role):
    client = signed_in(site, role)
    data = xlsx(TEAM)
    assert give(client, data).status_code == 403
    for address in (START, f"{START}template.xlsx", f"{START}add"):
        assert client.get(address).status_code == 403


def test_nothing_is_kept_before_somebody_has_looked(site):
    client = signed_in(site)
    before, told = names(site), Envelope.objects.count()
    text = give(client, xlsx(TEAM)).content.decode()
    assert "2</strong> people would be added" in text
    assert "Somebody of a state authority may not hold these roles: Reception and items." in text
    assert "This role is not known: boss." in text
    assert (names(site), Envelope.objects.count()) == (before, told)


def test_they_are_added_with_pins_that_are_shown_once_and_open_little(site):
    client = signed_in(site)
    shown = press(client, give(client, xlsx(TEAM)))
    text = shown.content.decode()
    assert shown["Cache-Control"] == "no-store" and holds_nothing_inline(text)
    assert names(site) == {"Mirlande", "Jean Robert", "Nadia"}
    added = Worker.objects.get(short_name="Jean Robert")
    assert (added.roles, added.languages, added.works_at) == (["volunteer", "clerk"], ["ht", "fr"], site)
    assert Organisation.objects.get(subject=added.organisation).name == "Red Cross"
    for worker in Worker.objects.filter(short_name__in=["Jean Robert", "Nadia"]):
        pin = re.search(rf"<h2>{worker.short_name}</h2>.*?(\d{{3}}) (\d{{3}})", text, re.S)
        pins.check_pin(worker.subject, pin[1] + pin[2])
        assert Pin.objects.get(worker=worker.subject).opens == []
        assert pin[0][-7:] not in page(client, f"/office/workers/{worker.subject}/")
    nadia = Worker.objects.get(short_name="Nadia")
    assert "child" not in queries.ring_walls(nadia.subject)
    assert "Waits for a second holder: Who goes first · Children" in " ".join(text.split())


def test_the_same_file_twice_adds_nobody_twice(site):
    client = signed_in(site)
    press(client, give(client, xlsx(TEAM)))
    before = Worker.objects.count()
    shown = give(client, xlsx(TEAM))
    text = shown.content.decode()
    assert "0</strong> people would be added" in text and "works here already; nothing changes" in text
    assert "<h1>New PINs" not in press(client, shown).content.decode()
    assert Worker.objects.count() == before


def test_a_button_pressed_twice_adds_nobody_twice_and_changes_no_pin(site):
    client = signed_in(site)
    shown = give(client, xlsx(TEAM))
    press(client, shown)
    hashes = set(Pin.objects.values_list("hash", flat=True))
    again = press(client, shown).content.decode()
    assert "What would be taken in is not what was shown." in again
    assert set(Pin.objects.values_list("hash", flat=True)) == hashes


def test_an_organisation_that_is_not_known_is_made_at_somebody_s_word(site):
    client = signed_in(site)
    shown = give(client, xlsx([("Ana", "Blue Tent", "clerk", "es"), ("Rosa", "Police", "clerk", "es")]))
    text = shown.content.decode()
    assert 'name="kind-blue tent"' in text and "0</strong> people would be added" in text
    looked = press(client, shown, "look", **{"kind-blue tent": "ngo", "kind-police": "state"})
    assert not Organisation.objects.filter(name="Blue Tent").exists()
    assert "1</strong> person would be added" in looked.content.decode()
    press(client, looked, **{"kind-blue tent": "ngo", "kind-police": "state"})
    made = Organisation.objects.get(name="Blue Tent")
    assert (made.kind, made.is_active, made.site) == ("ngo", True, site)
    assert Worker.objects.get(short_name="Ana").organisation == made.subject
    assert not Worker.objects.filter(short_name="Rosa").exists()
    assert not Organisation.objects.filter(name="Police").exists()


def test_what_was_said_of_an_organisation_is_shown_before_it_counts(site):
    client = signed_in(site)
    shown = give(client, xlsx([("Ana", "Blue Tent", "clerk", ""), ("Bo", "", "clerk", "")]))
    answer = press(client, shown, **{"kind-blue tent": "ngo"})
    assert "What would be taken in is not what was shown." in answer.content.decode()
    assert not Worker.objects.filter(short_name__in=["Ana", "Bo"]).exists()


def test_what_travels_with_the_page_cannot_be_written_by_hand_or_taken_to_another_site(site):
    client = signed_in(site)
    shown = give(client, xlsx(TEAM))
    elsewhere = signed_in(a_site(code="OUA", name="Ouanaminthe"))
    assert press(elsewhere, shown).status_code == 302
    forged = client.post(f"{START}add", {"sheets": "[]", "seen": "", "answer": "add"})
    assert forged.status_code == 302 and names(site) == {"Mirlande"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_filled_in_and_read(site, language):
    client = signed_in(site)
    answer = client.get(f"{START}template.xlsx", headers={"Accept-Language": language})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    people, words = book.worksheets
    assert [cell.value for cell in people[1]] == [written(HEADERS, what, language) for what in HEADERS]
    role, spoken, of = words["A5"].value, words["C2"].value, words["D3"].value
    people.append(["Guerline", of, f"{role}, {words['A6'].value}", spoken])
    out = io.BytesIO()
    book.save(out)
    press(client, give(client, out.getvalue()))
    added = Worker.objects.get(short_name="Guerline")
    assert (added.roles, added.languages) == (["clerk", "volunteer"], ["ht"])
    assert Organisation.objects.get(subject=added.organisation).name == "Red Cross"


def test_a_csv_of_an_office_with_semicolons_is_read(site):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([("Nom", "Organisation", "Rôles", "Langues"), *TEAM])
    client = signed_in(site)
    press(client, give(client, out.getvalue().encode("cp1252", "replace"), "équipe.csv"))
    assert Worker.objects.filter(short_name="Nadia").exists()


def test_an_ods_is_read(site):
    client = signed_in(site)
    press(client, give(client, ods([[written(HEADERS, what, "ht") for what in HEADERS], *TEAM]), "ekip.ods"))
    assert Worker.objects.get(short_name="Nadia").roles == ["child_protection"]


def test_a_list_of_passengers_is_no_list_of_workers(site):
    answer = give(signed_in(site), (LISTS / "libreoffice.ods").read_bytes(), "team.ods")
    assert answer.status_code == 422 and "No row names the columns Name and Roles." in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("zip-bomb.xlsx", "would grow too large"),
        ("formula.xlsx", "holds a formula"),
        ("formula.ods", "holds a formula"),
        ("formula.csv", "holds a formula"),
        ("macro.xlsm", "holds a macro"),
        ("external-entity.xlsx", "XML entity"),
        ("cut-off.xlsx", "damaged"),
        ("empty.csv", "is empty"),
    ],
)
def test_a_file_made_to_do_harm_is_refused_in_words_and_nothing_is_kept(site, name, said):
    client = signed_in(site)
    answer = give(client, (LISTS / name).read_bytes(), name)
    text = answer.content.decode()
    assert answer.status_code == 422 and said in text and "Nothing was changed." in text
    assert names(site) == {"Mirlande"}


def test_a_message_of_an_airline_is_no_sheet_of_workers(site):
    data = next(LISTS.glob("*.edi")).read_bytes()
    assert "no table with one row for each person" in give(signed_in(site), data, "a.edi").content.decode()


def test_a_sheet_too_long_is_refused(site):
    rows = "\n".join(f"Worker {n};clerk" for n in range(1001))
    assert "more than 1000 rows" in give(signed_in(site), f"Name;Roles\n{rows}".encode(), "a.csv").content.decode()


def test_without_a_file_the_field_says_so(site):
    assert "Please fill this in." in signed_in(site).post(START, {"csrfmiddlewaretoken": ""}).content.decode()


def test_a_worker_of_another_site_is_nobody_here(site):
    a_worker(a_site(code="OUA", name="Ouanaminthe"), "Nadia")
    client = signed_in(site)
    press(client, give(client, xlsx(TEAM)))
    assert "Nadia" in names(site)
    with pytest.raises(AkeyiError):
        pins.check_pin(Worker.objects.get(short_name="Nadia", works_at=site).subject, "246810")
