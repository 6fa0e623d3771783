"""What is open, what stands beside a number, and which tablet is silent."""

from datetime import UTC, datetime, timedelta

from akeyi.office import rules

NOW = datetime(2021, 9, 19, 14, 5, tzinfo=UTC)
NOTHING = dict.fromkeys(("expected", "on_the_plane"), None) | dict.fromkeys(
    ("counted", "registered", "served", "inside", "left"), 0
)


def points(**said):
    given = {"status": "landed", "columns": NOTHING, "eta": None, "eta_was": None, "now": NOW}
    given |= {"not_seen": 0, "not_registered": 0, "not_served": 0}
    return [(one.what, one.people) for one in rules.open_points(**(given | said))]


def test_an_arrival_to_come_has_its_time_open():
    assert points(status="announced", eta=NOW + timedelta(hours=1)) == [("lands", 0)]
    assert points(status="announced", eta=NOW - timedelta(hours=1)) == [("late", 0)]
    assert points(status="announced") == [("no_eta", 0)]


def test_a_landed_arrival_that_nobody_counted_is_told():
    assert points() == [("not_counted", 1)]


def test_what_is_done_is_not_open():
    done = NOTHING | {"counted": 3, "registered": 3, "served": 3}
    assert points(columns=done) == []
    assert points(columns=done, not_served=1, not_seen=2) == [("not_served", 1), ("not_seen", 2)]


def test_a_closed_arrival_with_people_inside_is_told():
    assert points(status="closed", columns=NOTHING | {"counted": 3, "inside": 2}) == [("closed_inside", 2)]


def test_a_count_stands_beside_what_the_carrier_says_and_else_beside_what_was_expected():
    both = {
        cell.column: cell
        for cell in rules.cells(NOTHING | {"expected": 99, "on_the_plane": 98, "counted": 97}, "landed")
    }
    assert (both["counted"].of, both["counted"].of_what) == (98, "on_the_plane")
    one = {cell.column: cell for cell in rules.cells(NOTHING | {"expected": 99, "counted": 97}, "landed")}
    assert (one["counted"].of, one["counted"].of_what) == (99, "expected")


def test_before_landing_nothing_is_zero():
    assert [cell.number for cell in rules.cells(NOTHING | {"expected": 99}, "announced")] == [99] + [None] * 6


def device(heard_at, **more):
    return {"label": "Tablet 1", "heard_at": heard_at, "withdrawn_at": None, "unsent": 2} | more


def test_a_tablet_is_silent_after_two_minutes_and_one_out_of_service_is_not_missed():
    heard = rules.heard(
        [device(NOW), device(NOW - timedelta(minutes=5), label="Tablet 2"), device(None, withdrawn_at=NOW)], NOW
    )
    assert (heard.recent, heard.total, heard.unsent) == (1, 2, 4)
    assert [label for label, _ in heard.silent] == ["Tablet 2"]
