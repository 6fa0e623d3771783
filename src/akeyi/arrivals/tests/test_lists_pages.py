"""A list is looked at column by column, corrected, and only then kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from akeyi.arrivals import files, forms, queries
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.models import Line, Manifest
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import LANGUAGES, holds_nothing_inline, page, signed_in

pytestmark = pytest.mark.django_db

CSV = """No,Nom,Prénom,Sexe,Âge,Motif
1,PIERRE,Rose-Laure,F,31,secret remark
2,JOSEPH,Wilner,M,40,other remark
3,,,,,
Total,2,,,,
"""


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


@pytest.fixture
def flight(site):
    return an_arrival(site)


def give(office, flight, text=CSV, name="list.csv", said_by="Carrier"):
    data = text if isinstance(text, bytes) else text.encode()
    said = {"file": SimpleUploadedFile(name, data), "said_by": said_by}
    return office.post(f"/office/arrivals/{flight}/lists/", said)


def test_a_list_is_shown_and_nothing_is_kept_before_somebody_says_so(office, flight):
    preview = give(office, flight)["Location"]
    html = page(office, preview)
    assert "Nothing is kept yet." in html and "Rose-Laure" in html and "PIERRE" in html
    assert not Manifest.objects.exists() and not Line.objects.exists()
    office.post(preview + "keep")
    assert sorted(Line.objects.values_list("family_name", "age")) == [("JOSEPH", 40), ("PIERRE", 31)]
    claim = queries.claims([flight])[flight][0]
    assert (claim.total, claim.said_by) == (2, "Carrier")


def test_what_is_never_taken_in_is_said_and_not_shown(office, flight):
    html = page(office, give(office, flight)["Location"])
    assert "Motif" in html and "secret remark" not in html and "Never taken in" in html


def test_the_preview_speaks_four_languages(office, flight):
    preview = give(office, flight)["Location"]
    texts = {page(office, preview, language) for language in LANGUAGES}
    assert len(texts) == 4 and all(holds_nothing_inline(text) for text in texts)


def test_a_column_is_corrected_and_the_list_read_again(office, flight):
    preview = give(office, flight, "Nom,Kod,Sexe,Laj\nPIERRE,AB123,F,31\nJOSEPH,CD456,M,40\n")["Location"]
    html = page(office, preview)
    found = re.search(r'<select class="input" name="column-([^"]+)" aria-labelledby="column-name-2">', html)
    assert found
    chosen = {f"column-{found[1]}": "document_number"}
    corrected = office.get(preview, chosen).content.decode()
    assert "AB123" in corrected.split("The lines as they would be kept")[1]
    office.post(preview + "keep", chosen)
    assert set(Line.objects.values_list("document_number", flat=True)) == {"AB123", "CD456"}


def test_a_row_that_could_not_be_read_has_its_reason(office, flight):
    preview = give(office, flight, "Nom,Prénom,Sexe,Naissance\nPIERRE,Rose,F,32/13/1990\nJOSEPH,Wil,M,1981-01-05\n")
    html = page(office, preview["Location"], "fr")
    assert "Lignes à regarder" in html and re.search(r"<th[^>]*>2</th><td>[^<]+</td>", html)


def test_a_total_that_differs_is_told(office, flight):
    preview = give(office, flight, CSV.replace("Total,2", "Total,7"))["Location"]
    assert "The list itself says 7" in page(office, preview)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_list_gets_one_sentence_and_changes_nothing(site, flight, language):
    office = signed_in(site, language=language)
    answer = give(office, flight, b"%PDF-1.4 not a list", "list.pdf")
    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert not files.of(flight) and not Manifest.objects.exists()


def test_a_file_that_is_too_large_is_refused(office, flight, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST_FILE", 10)
    assert "too big" in give(office, flight).content.decode()
    assert not files.of(flight)


def test_a_list_needs_somebody_who_sent_it(office, flight):
    assert give(office, flight, said_by=" ").status_code == 200
    assert not files.of(flight)


def test_a_list_kept_twice_is_kept_once(office, flight):
    preview = give(office, flight)["Location"]
    office.post(preview + "keep")
    office.post(preview + "keep")
    assert Manifest.objects.count() == 1
    assert "Keep this list" not in page(office, preview)


def test_a_later_list_shows_who_was_added_dropped_and_changed(office, flight):
    office.post(give(office, flight)["Location"] + "keep")
    later = "Nom,Prénom,Sexe,Âge\nPIERRE,Rose-Laure,F,32\nCHARLES,Nadège,F,22\n"
    html = page(office, give(office, flight, later)["Location"])
    assert "1 added, 1 dropped, 1 changed." in html
    added, dropped = html.split("Added", 1)[1].split("Dropped", 1)
    assert "CHARLES" in added and "JOSEPH" in dropped.split("</ul>")[0]
    assert "31 → 32" in html


def test_saying_no_deletes_the_file_and_keeps_nothing(office, flight):
    preview = give(office, flight)["Location"]
    office.post(preview + "keep", {"answer": "no"})
    assert not files.of(flight) and not Manifest.objects.exists()
    assert office.get(preview).status_code == 404


def test_the_files_own_name_is_never_a_path(office, flight):
    give(office, flight, name="../../../etc/passwd.csv")
    (file, sent), *_ = files.of(flight)
    assert "/" not in file and "passwd" not in file and "/" not in sent.name


def test_a_closed_arrival_takes_no_list(site, office):
    closed = an_arrival(site, status="closed")
    assert "Read the list" not in page(office, f"/office/arrivals/{closed}/lists/")
    give(office, closed)
    assert not files.of(closed)


def test_those_who_see_no_names_see_no_list(site, office, flight):
    preview = give(office, flight)["Location"]
    figures = signed_in(site, "statistics")
    for path in (preview, f"/office/arrivals/{flight}/lists/"):
        answer = figures.get(path)
        assert answer.status_code == 403 and b"PIERRE" not in answer.content


def test_a_list_of_another_site_is_not_found(office, flight):
    preview = give(office, flight)["Location"]
    assert signed_in(a_site("CAP", "Cap-Haïtien")).get(preview).status_code == 404


def test_once_a_tablet_closed_the_arrival_its_files_are_gone(site, office, flight):
    preview = give(office, flight)["Location"]
    tell(Saying(ArrivalRevised(status="closed"), site=site, subject=flight))
    assert office.get(preview).status_code == 404
    assert "list.csv" not in page(office, f"/office/arrivals/{flight}/lists/") and not files.of(flight)
