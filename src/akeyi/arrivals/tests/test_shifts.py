"""A flow on foot goes on by shift: people inside carry over to the tablets of the next."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.rules import with_shifts_before
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival

NOW = datetime(2025, 7, 1, 18, tzinfo=UTC)


def began(**hours_ago):
    return {shift: NOW - timedelta(hours=hours) for shift, hours in hours_ago.items()}


def test_the_shifts_before_an_open_one_are_served_two_days_back():
    follows = {"night": "day", "day": "yesterday", "yesterday": "long ago", "long ago": None}
    times = began(**{"night": 1, "day": 9, "yesterday": 33}) | {"long ago": NOW - timedelta(hours=57)}
    assert with_shifts_before(["night"], follows, times, NOW) == {"night", "day", "yesterday"}


def test_a_circle_of_shifts_ends():
    assert with_shifts_before(["a"], {"a": "b", "b": "a"}, began(a=1, b=2), NOW) == {"a", "b"}


def test_a_shift_nobody_has_heard_of_is_no_trouble():
    assert with_shifts_before(["a"], {"a": "unknown"}, began(a=1), NOW) == {"a"}


@pytest.mark.django_db
def test_a_tablet_keeps_the_closed_shift_whose_people_are_still_inside():
    site = a_site("OUA", "Ouanaminthe", "land_crossing")
    day = an_arrival(site, "On foot 06:00", how="on_foot", status="landed")
    tablet = Tablet(site, a_worker(site))
    stream = f"{site}/{day}/reception"
    tell(Saying(ArrivalRevised(status="closed"), site=site, subject=day))
    assert stream not in tablet.ask("/journal/pull", {}).json()["streams"]
    an_arrival(site, "On foot 18:00", how="on_foot", status="landed", follows=day)
    assert stream in tablet.ask("/journal/pull", {}).json()["streams"]
