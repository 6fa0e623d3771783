"""What is read out to people has a version, which is another one as soon as a word or a voice is another."""

import pytest
from django.core.management import call_command

from akeyi.people import notices, queries
from akeyi.people.read_out import MESSAGES, version_of
from akeyi.testing.cast import a_site
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.RECORDINGS, settings.DESK_DIST = tmp_path / "recordings", tmp_path / "no-desk"
    settings.RECORDINGS.mkdir()
    return settings.RECORDINGS


@pytest.fixture
def site(folder):
    return a_site()


def now(message="notice", language="ht"):
    return next(one for one in notices.in_force() if (one.message, one.language) == (message, language))


def test_words_that_came_with_akeyi_have_a_version_of_their_own(site):
    assert now().version == version_of(MESSAGES["notice"]["ht"])
    assert now().version != now(language="fr").version


def test_a_team_s_own_voice_or_words_are_another_version(site, folder):
    versions = [now().version]
    (folder / "notice.ht.mp3").write_bytes(b"our own voice")
    versions.append(now().version)
    (folder / "notice.ht.txt").write_text("Nou ekri sa ou di nou.", "utf-8")
    versions.append(now().version)
    assert len(set(versions)) == 3
    assert (now().words, now().is_recorded) == ("Nou ekri sa ou di nou.", True)
    (folder / "notice.ht.mp3").unlink()
    (folder / "notice.ht.txt").unlink()
    assert now().version == versions[0]


def test_each_version_is_noted_once_with_its_words(site, folder):
    assert notices.keep(site) == 4 * len(MESSAGES)
    assert notices.keep(site) == 0
    (folder / "follow_up_call.ht.txt").write_text("Èske nou ka rele w?", "utf-8")
    call_command("notices")
    told = [one for one in queries.notices(site) if (one.message, one.language) == ("follow_up_call", "ht")]
    assert [one.words for one in told] == [MESSAGES["follow_up_call"]["ht"], "Èske nou ka rele w?"]


def test_a_text_longer_than_a_fact_may_be_is_noted_too(site, folder):
    (folder / "notice.en.txt").write_text("word " * 2000, "utf-8")
    assert notices.keep(site) > 0
    assert notices.keep(site) == 0


def test_the_page_shows_what_is_read_out_now_and_what_was_before(site, folder):
    clerk = signed_in(site, "clerk")
    page(clerk, "/office/notices/")
    (folder / "notice.en.txt").write_text("We write down little.", "utf-8")
    text = page(clerk, "/office/notices/")
    before = MESSAGES["notice"]["en"].splitlines()[0]
    assert text.index("We write down little.") < text.index(before)
    assert now(language="en").version in text and version_of(MESSAGES["notice"]["en"]) in text
    assert text.count("Read out before") == 1


def test_the_page_says_what_data_are_used_for_and_on_which_basis(site):
    text = page(signed_in(site, "clerk"), "/office/notices/")
    for said in ("Giving what is due", "Important public interest", "Not asked", "Contact with a consulate", "Consent"):
        assert said in text


def test_the_page_speaks_four_languages(site):
    in_four_languages(signed_in(site), "/office/notices/")
