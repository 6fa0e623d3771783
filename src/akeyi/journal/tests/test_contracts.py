"""What neighbours rely on is written where it is stale, taken away where its kind is gone, and frozen once told."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from akeyi.journal.contracts import frozen


@pytest.fixture
def written(settings, tmp_path, capsys):
    settings.PROJECT = tmp_path
    call_command("contracts")
    return tmp_path


def test_what_was_written_is_not_stale(written):
    call_command("contracts", "--check")


def test_the_schema_of_a_kind_that_is_gone_is_stale_and_goes(written):
    gone = written / "contracts" / "schemas" / "journal.gone.json"
    gone.write_text("{}")
    with pytest.raises(CommandError, match="journal.gone"):
        call_command("contracts", "--check")
    call_command("contracts")
    assert not gone.exists()


def test_a_missing_page_is_stale(written):
    (written / "docs" / "kinds.md").unlink()
    with pytest.raises(CommandError, match="kinds.md"):
        call_command("contracts", "--check")


def test_an_example_is_never_changed(written):
    example = written / next(iter(frozen()))
    example.write_text("{}")
    with pytest.raises(CommandError, match="frozen"):
        call_command("contracts")
    assert example.read_text() == "{}"
