"""Which looks stand out, as pure rules."""

from datetime import UTC, datetime, timedelta

from akeyi.office.audit_rules import (
    Done,
    Look,
    looks_at_colleagues,
    looks_without_service,
    searches_that_led_nowhere,
)

NINE = datetime(2021, 9, 19, 9, tzinfo=UTC)
EVENING = NINE + timedelta(hours=9)


def a_look(entry="e", worker="ann", minutes=0, subject="rose"):
    return Look(entry, worker, NINE + timedelta(minutes=minutes), subject)


def test_a_search_stands_out_until_somebody_is_opened_within_ten_minutes():
    search = a_look("s")
    assert searches_that_led_nowhere([search], [a_look(minutes=10)], EVENING) == []
    assert searches_that_led_nowhere([search], [a_look(minutes=11)], EVENING) == [search]
    assert searches_that_led_nowhere([search], [a_look(worker="bob", minutes=1)], EVENING) == [search]
    assert searches_that_led_nowhere([search], [], NINE + timedelta(minutes=9)) == []


def test_a_look_stands_out_where_nobody_did_anything_afterwards():
    look = a_look()
    assert looks_without_service([look], [Done("bob", NINE + timedelta(hours=1), "rose")]) == []
    assert looks_without_service([look], [Done("bob", NINE + timedelta(hours=1), "jean")]) == [look]
    assert looks_without_service([look], [Done("bob", NINE - timedelta(hours=1), "rose")]) == [look]


def test_what_the_looker_did_before_counts_too():
    assert looks_without_service([a_look()], [Done("ann", NINE - timedelta(hours=1), "rose")]) == []


def test_a_record_that_bears_a_colleagues_name_stands_out_and_ones_own_name_does_not():
    names = {"rose": (frozenset({"rose", "marie", "pierre"}), frozenset({"rose", "marie"}))}
    look = a_look()
    assert looks_at_colleagues([look], names, {"bob": ["marie", "pierre"]}) == [look]
    assert looks_at_colleagues([look], names, {"ann": ["marie", "pierre"]}) == []
    assert looks_at_colleagues([look], names, {"bob": ["marie"]}) == []
    alone = {"rose": (frozenset({"guerline", "pierre"}), frozenset({"guerline"}))}
    assert looks_at_colleagues([look], alone, {"bob": ["guerline"]}) == [look]
    assert looks_at_colleagues([look], {}, {"bob": ["guerline"]}) == []
