"""Days and times as each language writes them, Haitian Creole among them."""

from datetime import UTC, date, datetime

from django.utils import timezone, translation

from akeyi.office import catalogues, languages


def test_a_day_in_four_languages():
    day = date(2021, 9, 19)
    assert languages.long_day(day, "ht") == "dimanch 19 septanm 2021"
    assert languages.long_day(day, "fr") == "dimanche 19 septembre 2021"
    assert languages.long_day(day, "es") == "domingo, 19 de septiembre de 2021"
    assert languages.long_day(day, "en") == "Sunday 19 September 2021"


def test_the_first_of_a_month_in_creole_and_french():
    assert languages.day_month(date(2021, 1, 1), "ht") == "premye janvye"
    assert languages.day_month(date(2021, 1, 1), "fr") == "1er janvier"


def test_a_time_of_another_day_says_the_day():
    now = datetime(2021, 9, 19, 18, tzinfo=UTC)
    with timezone.override("America/Port-au-Prince"):
        assert languages.moment_near(datetime(2021, 9, 19, 17, 10, tzinfo=UTC), now, "en") == "13:10"
        assert languages.moment_near(datetime(2021, 9, 18, 17, 10, tzinfo=UTC), now, "ht") == "18 septanm 13:10"
        assert languages.moment_near(datetime(2020, 9, 18, 17, 10, tzinfo=UTC), now, "en") == "18 September 2020 13:10"


def test_django_speaks_creole():
    with translation.override("ht"):
        assert translation.gettext("Board") == "Tablo"
        assert translation.ngettext("The list is kept: %(n)s line.", "The list is kept: %(n)s lines.", 2).startswith(
            "Lis"
        )


def test_a_text_that_changed_is_made_again(tmp_path):
    source, place = tmp_path / "locale", tmp_path / "made"
    for language in catalogues.PLURALS:
        (source / language / "LC_MESSAGES").mkdir(parents=True)
    file = source / "ht" / "LC_MESSAGES" / "one.po"
    file.write_text('msgid "Flight"\nmsgstr "Vòl"\n')
    made = catalogues.compiled(place, source) / "ht" / "LC_MESSAGES" / "django.mo"
    assert "Vòl".encode() in made.read_bytes()
    file.write_text('msgid "Flight"\nmsgstr "Avyon"\n')
    import os

    os.utime(file, (made.stat().st_mtime + 5,) * 2)
    catalogues.compiled(place, source)
    assert b"Avyon" in made.read_bytes()
