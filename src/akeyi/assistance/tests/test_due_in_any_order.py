"""Four tablets tell what they see: in whatever order it comes, the same is due, stock adds up, no double is unseen."""

from collections import Counter
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akeyi.assistance import queries, stores
from akeyi.journal.envelope import WireFact
from akeyi.journal.record import record
from akeyi.journal.tests.adding_up import taken_back
from akeyi.people.queries import everybody
from akeyi.testing.facts import SITE

from .days import (
    EVENING,
    EVERYTHING,
    KIT,
    TOKEN,
    VIEWER,
    WATER,
    all_that_is_due,
    days,
    gives,
    gives_to_many,
    learns,
    moves_stock,
    publishes_for_once,
    replaces,
    takes_back,
    vouches,
)

pytestmark = pytest.mark.django_db


def again() -> list[tuple[str, str, list[str]]]:
    return sorted((card, item, sorted(one.id for one in many)) for card, item, many in given_twice())


def given_twice() -> list[tuple[str, str, list[Any]]]:
    return queries.given_twice(SITE, everybody(SITE))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_same_is_due_whatever_the_order_in_which_it_was_heard(data):
    told = data.draw(days(*EVERYTHING))
    with taken_back():
        record(told)
        expected = (all_that_is_due(), again(), stores.there(SITE))
    for order in (told[::-1], data.draw(st.permutations(told + told[:2]))):
        with taken_back():
            for fact in order:
                record([fact])
            assert (all_that_is_due(), again(), stores.there(SITE)) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_there_is_what_came_less_what_went(data):
    """Added up by hand from all that was told and not taken back, in an order of its own."""
    told = data.draw(days(*EVERYTHING, gives_to_many, moves_stock))
    with taken_back():
        record(data.draw(st.permutations(told)))
        found = stores.there(SITE)
        for item in (KIT, WATER):
            assert found.on_hand(item) == _by_hand(told, item) + sum(
                count.found - count.expected for count in found.counts if count.item == item
            )


def _by_hand(told: list[WireFact], item: str) -> int:
    voided = {_body(one)["target"] for one in told if one.kind == "journal.void"}
    there = 0
    for one in (one for one in told if one.id not in voided):
        said = _body(one)
        if one.kind in ("assistance.hand_out", "assistance.given_to_many") and said["item"] == item:
            there -= said["quantity"]
        elif one.kind == "assistance.movement":
            if said["item"] == item:
                there += {"received": 1, "returned": 1, "packed": 1, "issued": -1, "lost": -1}.get(
                    said["what"], 0
                ) * said["quantity"]
            there -= said.get("parts", {}).get(item, 0) * said["quantity"]
    return there


def _body(one: WireFact) -> dict[str, Any]:
    return orjson.loads(one.body or "{}")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whoever_holds_more_than_any_programme_gives_is_listed(data):
    """No version gives more than two kits, and each gives them once."""
    told = data.draw(days(gives, gives, gives, takes_back, learns, replaces, vouches, publishes_for_once))
    with taken_back():
        record(data.draw(st.permutations(told)))
        known = everybody(SITE)
        kits = Counter[str]()
        times = Counter[str]()
        for card, rows in queries.given(SITE).items():
            kits[known.resolve(card)] += sum(quantity for item, quantity, _ in rows if item == KIT)
            times[known.resolve(card)] += sum(item == KIT for item, _, _ in rows)
        listed = {card for card, item, _ in given_twice() if item == KIT}
        singles = {card for card in kits if card != TOKEN}
        assert {card for card in singles if kits[card] > 2 and times[card] > 1} <= listed
        # And nobody of whom one thing was told.
        assert all(times[card] > 1 for card in listed & singles)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nobody_is_given_a_kit_twice_unseen(data):
    """Counted by hand: whoever holds more kits than one, on any of their cards, stands on the list."""
    told = data.draw(days(gives, gives, gives, takes_back, learns, replaces))
    with taken_back():
        record(told)
        known = everybody(SITE)
        kits, times = Counter[str](), Counter[str]()
        for card, rows in queries.given(SITE).items():
            one = known.resolve(card)
            kits[one] += sum(quantity for item, quantity, _ in rows if item == KIT)
            times[one] += sum(item == KIT for item, _, _ in rows)
        listed = {card for card, item, _ in given_twice() if item == KIT}
        singles = [card for card in kits if card != TOKEN]
        assert {card for card in singles if times[card] > 1} == {card for card in listed if card != TOKEN}
        assert (TOKEN in listed) >= (times[TOKEN] > 1 and kits[TOKEN] > 3)
        # And whoever has one is due no other.
        assert all(not queries.due(VIEWER, card, EVENING)[KIT][0].is_due for card in singles if kits[card])
