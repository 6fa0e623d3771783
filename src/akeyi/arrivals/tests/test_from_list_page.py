"""An arrival is announced from the list that was sent: read, looked at, filled in, kept together."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from akeyi.arrivals import files, queries, retention
from akeyi.arrivals.models import Arrival, Line, Manifest
from akeyi.testing.cast import a_site
from akeyi.testing.office import LANGUAGES, holds_nothing_inline, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db

START = "/office/arrivals/from-list/"
TITLED = (
    "Liste des passagers - vol GXA 3301;;;;\nDe: Del Rio;;;;\nArrivée 19/09/2021 13:10;;;;\n"
    "Nom;Prénom;Sexe;Âge;Motif\nEXIL;Nadia;F;31;secret remark\nNOZIL;Luc;M;12;other remark\n"
)
PAXLST = (
    "UNB+UNOA:4+S+R+210919:0900+1'UNH+1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+GXA3305'LOC+125+DRT'LOC+87+PAP'"
    "DTM+232:2109191310:201'NAD+FL+++EXIL:NADIA'ATT+2++F'CNT+42:1'UNT+9+1'UNZ+1+1'"
)
SAID = {"how": "flight", "label": "GXA 3301", "origin": "Del Rio", "eta_at": "2021-09-19T13:10", "notified_by": "ONM"}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files of lists lie outside the database, so each test has a folder of its own for them."""
    settings.VAR = tmp_path


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def office(site):
    return signed_in(site)


def give(office, text=TITLED, name="list.csv"):
    return office.post(START, {"file": SimpleUploadedFile(name, text.encode()), "said_by": "ONM"})


def filled_in(html: str) -> dict[str, str]:
    """What stands in the fields of the form."""
    values = {}
    for field in re.findall(r"<input[^>]+>", html):
        name, value = re.search(r'name="(\w+)"', field), re.search(r'value="([^"]*)"', field)
        if name and value and (' type="radio"' not in field or " checked" in field):
            values[name[1]] = value[1]
    return values


def test_the_pages_speak_four_languages(office):
    in_four_languages(office, START)
    preview = give(office)["Location"]
    texts = {page(office, preview, language) for language in LANGUAGES}
    assert len(texts) == 4 and all(holds_nothing_inline(text) for text in texts)


@pytest.mark.parametrize("path", ["/office/arrivals/", "/office/arrivals/new/"])
def test_the_way_there_stands_beside_announcing_by_hand(office, path):
    assert f'href="{START}"' in page(office, path)


def test_without_a_file_nothing_happens_and_the_field_says_so(office):
    answer = office.post(START, {"said_by": "ONM"})
    assert answer.status_code == 200 and "Please fill this in." in answer.content.decode()


def test_a_file_that_is_no_list_is_refused_and_forgotten(office):
    answer = give(office, "Nom,Âge\nExil,=1+1\n")
    assert answer.status_code == 422 and "Nothing was changed." in answer.content.decode()
    assert not files.arrivals_with_files() and not Arrival.objects.exists()


def test_the_arrival_is_filled_in_as_the_titles_tell_it_and_nothing_is_kept_yet(office):
    html = page(office, give(office)["Location"])
    assert SAID.items() <= filled_in(html).items()
    assert "Nothing is kept yet." in html and "EXIL" in html and "secret remark" not in html
    assert not Arrival.objects.exists() and not Line.objects.exists()


def test_a_message_of_an_airline_fills_it_in_and_is_shown_by_segments(office):
    html = page(office, give(office, PAXLST, "x.edi")["Location"])
    told = {"label": "GXA 3305", "origin": "DRT", "eta_at": "2021-09-19T13:10"}
    assert told.items() <= filled_in(html).items()
    assert "Segment by segment" in html and "NAD+FL" in html and "Column by column" not in html


def test_the_file_s_name_speaks_last(office):
    html = page(office, give(office, "Nom;Prénom\nEXIL;Nadia\nNOZIL;Luc\n", "Truck from Belladère.csv")["Location"])
    assert {"label": "Truck from Belladère", "how": "truck"}.items() <= filled_in(html).items()


def test_arrival_list_and_number_are_kept_in_one_go(office, site):
    preview = give(office)["Location"]
    answer = office.post(preview, SAID)
    arrival = Arrival.objects.get()
    assert answer["Location"] == f"/office/arrivals/{arrival.subject}/"
    assert (arrival.label, arrival.status, arrival.origin) == ("GXA 3301", "announced", "Del Rio")
    assert arrival.eta_at == datetime(2021, 9, 19, 17, 10, tzinfo=UTC)
    [claim] = queries.claims([arrival.subject])[arrival.subject]
    assert (claim.total, claim.said_by, claim.groups) == (2, "ONM", {"woman": 1, "boy": 1})
    assert sorted(Line.objects.values_list("family_name", "arrival")) == [
        ("EXIL", arrival.subject),
        ("NOZIL", arrival.subject),
    ]
    assert files.of(arrival.subject)[0][1].manifest == Manifest.objects.get().subject
    assert "with a list of 2 lines" in page(office, answer["Location"])


def test_ages_are_those_of_the_day_they_come(office):
    text = "Nom;Prénom;Sexe;Né le\nEXIL;Nadia;F;13/01/2020\nNOZIL;Luc;M;14/01/2003\n"
    office.post(give(office, text)["Location"], SAID)
    arrival = Arrival.objects.get().subject
    assert queries.claims([arrival])[arrival][0].groups == {"man": 1, "baby_girl": 1}


def test_pressed_twice_it_is_announced_once(office):
    preview = give(office)["Location"]
    office.post(preview, SAID)
    office.post(preview, SAID)
    assert Arrival.objects.count() == Manifest.objects.count() == 1
    assert office.get(preview)["Location"] == f"/office/arrivals/{Arrival.objects.get().subject}/"


def test_what_is_wrong_in_the_form_is_said_beside_it_and_nothing_is_kept(office):
    html = office.post(give(office)["Location"], SAID | {"eta_at": "tomorrow"}).content.decode()
    assert "This is no day and time that can be read." in html and "EXIL" in html
    assert not Arrival.objects.exists() and not Line.objects.exists()


def test_a_column_is_corrected_before_the_list_is_kept(office):
    preview = give(office, "Nom;Kod;Sexe\nEXIL;AB123;F\nNOZIL;CD456;M\n")["Location"]
    chosen = {"column-0:1": "document_number"}
    assert "AB123" in office.get(preview, chosen).content.decode().split("The lines as they would be kept")[1]
    office.post(preview, SAID | chosen)
    assert sorted(Line.objects.values_list("document_number", flat=True)) == ["AB123", "CD456"]


def test_saying_no_deletes_the_file_and_announces_nothing(office):
    preview = give(office)["Location"]
    assert office.post(preview, {"answer": "no"})["Location"] == START
    assert not files.arrivals_with_files() and not Arrival.objects.exists()
    assert office.get(preview).status_code == 404


def test_a_file_nobody_decided_on_goes_after_a_day(office):
    give(office)
    now = datetime.now(UTC)
    assert retention.delete_files(now) == 0
    assert retention.delete_files(now + timedelta(days=2)) == 1


def test_a_file_given_at_another_site_is_not_found(office):
    preview = give(office)["Location"]
    assert signed_in(a_site("CAP", "Cap-Haïtien")).get(preview).status_code == 404


def test_those_who_see_no_names_see_no_list(site, office):
    preview = give(office)["Location"]
    figures = signed_in(site, "statistics")
    for path in (preview, START):
        answer = figures.get(path)
        assert answer.status_code == 403 and b"EXIL" not in answer.content
    assert START not in page(figures, "/office/arrivals/")
