"""Lines that found nobody go seven days after closing, files at closing; the count stays."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.arrivals import files, manifests, queries, retention
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.models import Line
from akeyi.journal.ids import new_id
from akeyi.journal.models import Body
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import page, signed_in

CLOSED = datetime(2021, 9, 19, 22, tzinfo=UTC)
IN_A_WEEK = CLOSED + timedelta(days=7)
LINES = [
    {"number": 1, "family_name": "PIERRE", "given_names": "Rose-Laure", "sex": "female", "age": 31},
    {"number": 2, "family_name": "JOSEPH", "given_names": "Wilner", "sex": "male", "age": 40},
]


def test_closing_counts_from_the_last_time_it_was_closed():
    open_again = [(CLOSED, "closed"), (CLOSED + timedelta(minutes=2), "met")]
    assert retention.closed_at(open_again) is None
    assert retention.closed_at([*open_again, (IN_A_WEEK, "closed")]) == IN_A_WEEK
    assert retention.closed_at([(CLOSED, "cancelled"), (IN_A_WEEK, "cancelled")]) == CLOSED


def test_seven_days_and_not_a_minute_less():
    assert not retention.is_due(CLOSED, IN_A_WEEK - timedelta(minutes=1))
    assert retention.is_due(CLOSED, IN_A_WEEK)
    assert not retention.is_due(None, IN_A_WEEK)


def test_a_line_that_found_somebody_stays_and_so_does_the_same_one_on_the_latest_list():
    assert retention.to_erase(["old-1", "old-2", "new-1", "new-2"], {"old-1"}, {"old-1": "new-1"}) == ["new-2", "old-2"]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Files of lists lie outside the database, so each test has a folder of its own for them."""
    settings.VAR = tmp_path


@pytest.fixture
def closed_flight(db):
    """A flight with a list of two, of whom Rose-Laure was found; closed."""
    site = a_site()
    arrival = an_arrival(site)
    manifests.keep(site, arrival, LINES, format="csv", stated=2, said_by="Carrier")
    rose = queries.line_ids(queries.manifests(arrival)[0].subject)[0]
    found = ReceptionRevised(card="41829375", line=rose, arrival=arrival, given_names="Rose-Laure")
    tell(Saying(found, site=site, subject=new_id(), arrivals=[arrival]))
    tell(Saying(ArrivalRevised(status="closed"), site=site, subject=arrival, at=CLOSED))
    return site, arrival


def test_before_a_week_nothing_goes(closed_flight):
    assert retention.erase_lines(IN_A_WEEK - timedelta(minutes=1)) == 0
    assert Line.objects.count() == 2


def test_after_a_week_only_lines_that_found_nobody_go_with_their_words(closed_flight):
    assert retention.erase_lines(IN_A_WEEK) == 1
    assert list(Line.objects.values_list("family_name", flat=True)) == ["PIERRE"]
    assert not Body.objects.filter(text__contains="Wilner").exists()
    assert retention.erase_lines(IN_A_WEEK) == 0


def test_the_count_of_those_not_seen_stays(closed_flight):
    site, arrival = closed_flight
    retention.erase_lines(IN_A_WEEK)
    html = page(signed_in(site), f"/office/arrivals/{arrival}/")
    assert "were erased" in html and "Wilner" not in html
    assert html.split("From the list, not seen", 1)[1].lstrip().startswith('<span class="number">1</span>')


def test_an_open_arrival_keeps_its_lines(db):
    site = a_site()
    manifests.keep(site, an_arrival(site), LINES, format="csv", stated=2, said_by="Carrier")
    assert retention.erase_lines(datetime.now(UTC) + timedelta(days=400)) == 0


def test_files_go_when_a_tablet_closed_the_arrival_and_when_nobody_kept_the_list(closed_flight):
    site, closed = closed_flight
    now = datetime.now(UTC)
    still_open = an_arrival(site, "GXA 3303")
    files.keep(closed, new_id(), b"a", files.Sent("a.csv", "Carrier", now.isoformat(), "kept"))
    files.keep(still_open, new_id(), b"b", files.Sent("b.csv", "Carrier", now.isoformat()))
    files.keep(still_open, new_id(), b"c", files.Sent("c.csv", "Carrier", now.isoformat(), "kept"))
    assert retention.delete_files(now) == 1
    assert retention.delete_files(now + timedelta(days=2)) == 1
    assert [sent.name for _, sent in files.of(still_open)] == ["c.csv"]
