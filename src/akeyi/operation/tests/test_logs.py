"""Nothing a person said reaches a log: not by an exception, not by an address, not by a careless message."""

import json
import logging

import pytest
from django.test import Client
from django.urls import path

from akeyi.operation import logs

MARKER = "Rose-Darline-41829375"


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.fixture(autouse=True)
def as_in_a_server():
    logs.configure()


def fails(request):
    raise ValueError(f"row of {MARKER}")


urlpatterns = [path("fails", fails)]


@pytest.mark.urls(__name__)
def test_a_page_that_fails_logs_the_type_of_its_exception_and_no_word_of_it(capsys):
    answer = Client(raise_request_exception=False).get(f"/fails?card={MARKER}", headers={"user-agent": MARKER})
    assert answer.status_code == 500
    printed = capsys.readouterr().err
    assert MARKER not in printed
    line = json.loads(printed)
    assert line["exception"] == "ValueError"
    assert line["status_code"] == 500
    assert line["where"].startswith("operation/tests/test_logs.py:")


def test_a_message_with_a_name_in_it_is_not_written(capsys):
    logging.getLogger("django.db.backends").error("could not store %s", MARKER)
    logging.getLogger("somebody.elses").error(f"could not store {MARKER}")
    logging.getLogger("akeyi").error("odd", extra={"event": MARKER, "error": MARKER})
    assert [set(line) for line in lines(capsys)] == [{"at", "level", "logger"}] * 3


def test_a_message_that_cannot_be_formatted_does_not_print_its_arguments(capsys):
    logging.getLogger("akeyi").error("%d people", MARKER)
    assert MARKER not in capsys.readouterr().err


def test_an_event_is_told_with_its_error_and_the_type_of_its_exception(capsys):
    logs.tell("backup.failed", error=301, level=logging.ERROR, exception=OSError(MARKER))
    (line,) = lines(capsys)
    assert (line["event"], line["error"], line["exception"], line["level"]) == (
        "backup.failed",
        301,
        "OSError",
        "ERROR",
    )


@pytest.mark.parametrize("not_an_event", ["backup", "Backup done", f"backup.{MARKER}", "backup.done\n"])
def test_an_event_is_a_name_and_never_a_sentence(not_an_event):
    with pytest.raises(ValueError, match="an event is named like"):
        logs.tell(not_an_event)
