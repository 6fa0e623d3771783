"""The demo day is 19 September 2021 as it was published, with people who are all invented."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from tests.bench.mix import EVERY_NTH, EVERYBODY, ROLES

from akeyi.access import queries as access
from akeyi.access import walls
from akeyi.arrivals.readers import read_manifest
from akeyi.figures.queries import board
from akeyi.journal.models import Envelope
from akeyi.journal.registry import KINDS
from akeyi.journal.verify import rebuild, verify
from akeyi.office.waits import waits
from akeyi.operation.demo.lists import write_lists
from akeyi.operation.demo.people import FLIGHTS, people_of
from akeyi.testing.office import a_viewer


def test_three_flights_carry_the_people_that_were_published():
    people = [person for flight in FLIGHTS for person in people_of(flight)]
    assert [flight.total for flight in FLIGHTS] == [99, 102, 126]
    groups = Counter("child" if person.age < 18 else person.group for person in people)
    assert groups == {"woman": 104, "man": 97, "child": 126}


def test_the_same_lists_are_written_every_time_and_read_with_their_errors_said(tmp_path):
    once, again = write_lists(tmp_path / "once"), write_lists(tmp_path / "again")
    assert {label: file.read_bytes() for label, file in once.items()} == {
        label: file.read_bytes() for label, file in again.items()
    }
    readings = {label: read_manifest(file.read_bytes(), file.name) for label, file in once.items()}
    assert {label: len(reading.lines) for label, reading in readings.items()} == {
        "GXA 3301": 99,
        "GXA 3303": 102,
        "GXA 3305": 126,
    }
    assert readings["GXA 3301"].ignored_columns == ["Observations"]
    assert readings["GXA 3305"].totals == {"stated": 127, "read": 126}
    assert all(reading.problems for reading in readings.values())


@pytest.mark.django_db
def test_the_day_stands_at_five_past_two(capsys):
    call_command("demo", "--no-serve")
    said = capsys.readouterr().out
    assert "password" in said
    assert "PIN" in said
    [site] = access.sites()
    rows = {row.arrival.label: list(row.columns.values()) for row in board(site["id"]) if row.arrival}
    assert rows == {
        "GXA 3301": [99, 99, 99, 97, 95, 12, 87],
        "GXA 3303": [102, None, 101, 88, 61, 74, 27],
        "GXA 3305": [126, None, 0, 0, 0, 0, 0],
    }
    # Whoever comes to people finds somebody to come to, as of that afternoon.
    roseline = a_viewer("", site["id"], "protection", "health")
    lists = waits(roseline, datetime.now(UTC))
    assert (len(lists.asking), [one.minutes for one in lists.red]) == (2, [13, 6])
    assert [one.is_late for one in lists.orange] == [True, False, False]
    assert len(lists.at_health) > 2
    assert verify() is None
    assert rebuild() == []
    # What tablets may tell of such a day is what `make bench-journal` stores.
    kinds = [KINDS[name] for name in Envelope.objects.values_list("kind", flat=True).distinct()]
    sent = {kind.name for kind in kinds if walls.may_tell(kind, kind.wall or "reception", ROLES)}
    assert sent <= {*EVERYBODY, *EVERY_NTH}
    told = Envelope.objects.count()
    call_command("demo", "--no-serve")
    assert "left as it is" in capsys.readouterr().out
    assert Envelope.objects.count() == told
