"""In whatever order facts come, and however often: the same tables, and those a rebuild gives."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akeyi.journal.envelope import WireFact, id_sum
from akeyi.journal.ids import id_bytes
from akeyi.journal.models import Listing, Stream
from akeyi.journal.record import record
from akeyi.journal.registry import KINDS
from akeyi.journal.verify import rebuild, verify

from .adding_up import tables, taken_back
from .generated import Seeded, a_body, days, facts
from .pasts import OLD, with_a_past


@pytest.fixture(autouse=True)
def two_kinds_have_a_past() -> Iterator[None]:
    with with_a_past():
        yield


@st.composite
def deliveries(draw: Any, told: list[WireFact]) -> list[list[WireFact]]:
    """The facts in some order, some of them twice, in some batches."""
    again = draw(st.lists(st.sampled_from(told), max_size=3))
    order = draw(st.permutations(told + again))
    cuts = sorted(draw(st.sets(st.integers(1, len(order)), max_size=4)))
    return [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True) if start < end]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_order_and_any_repetition_add_up_to_the_same_tables(kind, data):
    about = [kind] if not KINDS[kind].is_of_the_journal else []
    told = data.draw(days(about, OLD))
    with taken_back():
        record(told)
        expected = tables()
    one_by_one = [[fact] for fact in told]
    for batches in (one_by_one, one_by_one[::-1], data.draw(deliveries(told)), data.draw(deliveries(told))):
        with taken_back():
            for batch in batches:
                record(batch)
            assert tables() == expected
            assert rebuild() == []
            assert verify() is None
            assert_streams_are_what_is_listed()


def assert_streams_are_what_is_listed() -> None:
    listed = list(Listing.objects.order_by("position"))
    assert [one.position for one in listed] == list(range(1, len(listed) + 1))
    for stream in Stream.objects.all():
        facts_in_it = [one.fact for one in listed if one.stream == stream.pk]
        assert len(facts_in_it) == len(set(facts_in_it)) == stream.count
        assert sum(id_sum(id_bytes(fact)) for fact in facts_in_it) % 2**64 == int(stream.sum, 16)
        assert stream.last == max(one.position for one in listed if one.stream == stream.pk)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_bodies_made_up_for_tests_are_bodies_of_their_kind(name):
    for seed in range(20):
        body = KINDS[name].body.model_validate(a_body(Seeded(seed), KINDS[name]))
        assert body.declared.name == name


def test_every_kind_version_and_sort_of_decision_is_drawn():
    days_drawn = [facts(Seeded(seed), old=OLD) for seed in range(600)]
    drawn = [fact for day in days_drawn for fact in day]
    assert {fact.kind for fact in drawn} >= set(KINDS)
    assert {fact.version for fact in drawn if fact.kind in OLD} == {1, 2, 3}
    assert all(len({fact.device for fact in day}) >= 3 for day in days_drawn)
