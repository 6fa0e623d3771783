"""What may be told, by when, and how a referral stands."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.referrals import rules

NOON = datetime(2021, 9, 19, 12, tzinfo=UTC)


@dataclass
class Said:
    step: str
    clock: str = "1"
    id: str = "a"


def said(*steps):
    return [Said(step, clock=f"{n}") for n, step in enumerate(steps)]


@pytest.mark.parametrize("need", ["legal_aid", "asylum", "consulate"])
def test_nobody_is_sent_there_but_by_a_protection_worker_at_their_own_wish(need):
    assert rules.purpose_of("protection", need) in ("legal_help", "consulate")
    assert rules.purpose_of("health", need) is None
    assert rules.purpose_of("child", need) is None


def test_a_wish_for_a_lawyer_is_none_for_a_consulate():
    assert rules.purpose_of("protection", "legal_aid") != rules.purpose_of("protection", "consulate")


def test_what_was_not_agreed_to_is_named():
    assert rules.may_not_tell({"name": "R", "phone": "3"}, ["name"]) == ["phone"]


@pytest.mark.parametrize(("priority", "hours"), [("emergency", 24), ("urgent", 72), ("normal", 336)])
def test_the_clock_runs_from_when_it_was_told(priority, hours):
    assert rules.due_at(priority, NOON) == NOON + timedelta(hours=hours)


def test_done_is_what_the_receiver_says_and_nothing_before():
    assert rules.state([], True) == "told"
    assert rules.state(said("sent"), True) == "sent"
    assert rules.state(said("sent", "acknowledged"), True) == "acknowledged"
    assert rules.state(said("sent", "acknowledged", "accepted"), True) == "accepted"
    assert rules.state(said("sent", "accepted", "rejected"), True) == "rejected"
    assert rules.state(said("sent", "accepted", "done"), True) == "done"


def test_a_withdrawal_ends_whatever_came_before():
    assert rules.state(said("sent", "accepted", "done"), False) == "withdrawn"


def test_what_is_open_is_overdue_after_its_time_and_what_is_closed_never():
    for state in ("told", "sent", "acknowledged", "accepted"):
        assert rules.is_overdue(state, NOON, NOON + timedelta(seconds=1))
        assert not rules.is_overdue(state, NOON, NOON)
    for state in ("rejected", "done", "withdrawn"):
        assert not rules.is_overdue(state, NOON, NOON + timedelta(days=9))


def test_only_who_was_told_has_to_hear_of_a_withdrawal_and_only_until_they_say_so():
    assert not rules.must_be_told("withdrawn", [])
    assert rules.must_be_told("withdrawn", said("sent"))
    assert not rules.must_be_told("withdrawn", said("sent", "deleted"))
    assert not rules.must_be_told("sent", said("sent"))


def test_a_link_dies_by_time_by_another_and_by_wrong_codes():
    def link(**more):
        known = {"expires_at": NOON, "is_ended": False, "tries": 0, "browser": None} | more
        return rules.link_is_dead(rules.Try(**known), NOON - timedelta(seconds=1))

    assert not link() and not link(tries=4)
    assert link(expires_at=NOON - timedelta(seconds=1)) and link(is_ended=True) and link(tries=5)
