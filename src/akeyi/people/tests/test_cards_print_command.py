"""`akeyi cards print` allocates a series once, and prints the same cards again only when told so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from akeyi.people.known_cards import NoSeries, as_series, place_of
from akeyi.people.models import Series
from akeyi.testing.cast import a_series, a_site

pytestmark = pytest.mark.django_db


def cards(*asked: str) -> str:
    said = StringIO()
    call_command("cards", "print", *asked, stdout=said)
    return said.getvalue()


def test_a_new_series_is_allocated_and_its_sheets_are_in_the_file(tmp_path):
    site = a_site()
    said = cards("--series", "PAP-7", "--count", "12", "--roll-size", "6", "--out", str(tmp_path / "sheets.pdf"))
    assert "12 cards of PAP-7 in 2 rolls of 6" in said
    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF")
    row = Series.objects.get(name="PAP-7")
    assert row.site == site and len(row.prefix) == 3 and row.count == 12


def test_a_name_is_never_used_again_and_again_prints_the_same_cards(tmp_path):
    a_site()
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    cards("--series", "PAP-7", "--count", "6", "--out", str(first))
    with pytest.raises(CommandError, match="--again"):
        cards("--series", "PAP-7", "--count", "6", "--out", str(second))
    cards("--series", "PAP-7", "--again", "--out", str(second))
    assert first.read_bytes() == second.read_bytes()
    assert Series.objects.filter(name="PAP-7").count() == 1


def test_a_series_keeps_its_number_of_cards(tmp_path):
    a_site()
    cards("--series", "PAP-7", "--count", "6", "--out", str(tmp_path / "cards.pdf"))
    with pytest.raises(CommandError, match="has 6 cards"):
        cards("--series", "PAP-7", "--count", "7", "--again", "--out", str(tmp_path / "cards.pdf"))


def test_no_two_series_begin_with_the_same_digits(tmp_path):
    site = a_site()
    a_series(site)
    for name in ("A", "B", "C"):
        cards("--series", name, "--count", "1", "--out", str(tmp_path / "cards.pdf"))
    prefixes = list(Series.objects.exclude(prefix="").values_list("prefix", flat=True))
    assert len(set(prefixes)) == 4


def test_the_site_gets_a_series_of_its_own_once(tmp_path):
    site = a_site()
    for name in ("A", "B"):
        cards("--series", name, "--count", "1", "--out", str(tmp_path / "cards.pdf"))
    assert Series.objects.filter(site=site, prefix="").count() == 1


def test_where_there_are_several_sites_one_must_be_named(tmp_path):
    a_site()
    other = a_site(code="OUA", name="Ouanaminthe", place="land_crossing")
    with pytest.raises(CommandError, match="OUA, PAP"):
        cards("--series", "A", "--count", "1", "--out", str(tmp_path / "cards.pdf"))
    cards("--series", "A", "--count", "1", "--site", "OUA", "--out", str(tmp_path / "cards.pdf"))
    assert Series.objects.get(name="A").site == other


def test_too_many_cards_are_refused_before_anything_is_allocated(tmp_path):
    a_site()
    with pytest.raises(CommandError, match="1 to 10000"):
        cards("--series", "A", "--count", "10001", "--out", str(tmp_path / "cards.pdf"))
    assert not Series.objects.filter(name="A").exists()


def test_a_printed_number_leads_to_the_reception_that_a_tablet_makes(tmp_path):
    site = a_site()
    with pytest.raises(NoSeries):
        place_of(site, "41829375")
    cards("--series", "A", "--count", "8", "--roll-size", "4", "--out", str(tmp_path / "cards.pdf"))
    series = as_series(Series.objects.get(name="A"))
    number = series.draw()[5]
    place = place_of(site, number)
    assert place.reception == str(series.reception_id(number))
    assert place.roll == str(series.roll_id(1))
