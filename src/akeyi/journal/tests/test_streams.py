"""Whoever reads a stream after a position gets everything that entered it since, also what was told long before."""

import pytest

from akeyi.journal import serve
from akeyi.journal.envelope import id_sum
from akeyi.journal.ids import id_bytes
from akeyi.journal.models import Listing
from akeyi.journal.record import record
from akeyi.journal.verify import verify
from akeyi.testing.facts import ARRIVAL, JEAN, OTHER_ARRIVAL, ROSE, SITE, an_id

from .adding_up import taken_back

pytestmark = pytest.mark.django_db
ROLL = an_id(0x8011)
HERE = f"{SITE}/{ARRIVAL}/reception"
THERE = f"{SITE}/{OTHER_ARRIVAL}/reception"
SITE_WIDE = f"{SITE}/-/reception"


def listed(stream):
    return [fact["id"] for fact in serve.pull([stream], {})["facts"]]


def test_a_fact_is_listed_in_every_arrival_it_names_else_at_its_site(tablet):
    both = tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL, OTHER_ARRIVAL])
    none = tablet.tells("arrivals.waiting_outside", subject=SITE)
    record([both, none])
    assert (listed(HERE), listed(THERE), listed(SITE_WIDE)) == ([both.id], [both.id], [none.id])


def test_walls_are_streams_of_their_own(tablet):
    name = tablet.tells("people.reception", subject=ROSE, arrivals=[ARRIVAL])
    came = tablet.tells("people.came", subject=ROSE, arrivals=[ARRIVAL])
    record([name, came])
    assert listed(HERE) == [name.id]
    assert listed(f"{SITE}/{ARRIVAL}/protection") == [came.id]


def test_positions_have_no_gaps(tablet):
    for count in (1, 3, 2):
        record([tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL]) for _ in range(count)])
    assert list(Listing.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_count_and_hash_are_those_of_the_facts_read(tablet):
    facts = [tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL]) for _ in range(5)]
    record(facts[:2])
    record(facts)
    total = sum(id_sum(id_bytes(fact.id)) for fact in facts) % 2**64
    assert serve.pull([HERE], {})["streams"] == {HERE: {"count": 5, "hash": f"{total:016x}"}}
    assert serve.pull([THERE], {})["streams"] == {THERE: {"count": 0, "hash": "0" * 16}}


def test_pages_come_in_the_order_of_positions_each_stream_from_its_own_cursor(tablet):
    facts = [
        tablet.tells("arrivals.tally", subject=arrival, arrivals=[arrival]) for arrival in [ARRIVAL, OTHER_ARRIVAL] * 5
    ]
    record(facts)
    cursors, read = {HERE: 5}, []
    while True:
        page = serve.pull([HERE, THERE], cursors, limit=3)
        positions = [fact["position"] for fact in page["facts"]]
        assert positions == sorted(positions)
        for fact in page["facts"]:
            cursors[fact["stream"]] = fact["position"]
        read += page["facts"]
        if not page["more"]:
            break
    assert len(read) == 2 + 5
    assert {fact["id"] for fact in read if fact["stream"] == THERE} == {fact.id for fact in facts[1::2]}


def test_a_cursor_beyond_the_end_reads_nothing(tablet):
    record([tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL])])
    page = serve.pull([HERE], {HERE: 99})
    assert (page["facts"], page["more"]) == ([], False)


def test_a_person_met_before_the_roll_was_opened_is_listed_again_when_it_is(tablet, other_tablet):
    met = tablet.revises("people.reception", ROSE, {"roll": ROLL, "card": "41829375"})
    given = tablet.tells("assistance.hand_out", subject=ROSE)
    opened = other_tablet.revises("people.roll", ROLL, {"arrival": ARRIVAL})
    record([met, given])
    assert set(listed(SITE_WIDE)) == {met.id}
    cursor = Listing.objects.count()
    record([opened])
    assert listed(HERE) == [met.id]
    assert listed(f"{SITE}/{ARRIVAL}/assistance") == [given.id]
    assert [fact["position"] for fact in serve.pull([HERE], {HERE: cursor})["facts"]] > [cursor]
    assert verify() is None


def test_whichever_came_first_the_arrivals_streams_hold_the_same(tablet, other_tablet):
    facts = [
        tablet.revises("people.reception", ROSE, {"roll": ROLL}),
        tablet.tells("assistance.hand_out", subject=ROSE),
        other_tablet.revises("people.roll", ROLL, {"arrival": ARRIVAL}),
        tablet.revises("people.reception", JEAN, {"arrival": OTHER_ARRIVAL}),
        tablet.tells("people.card_returned", subject=JEAN),
    ]
    streams = [HERE, THERE, f"{SITE}/{ARRIVAL}/assistance"]
    expected = None
    for turn in range(len(facts)):
        for order in (facts[turn:] + facts[:turn], (facts[turn:] + facts[:turn])[::-1]):
            with taken_back():
                for fact in order:
                    record([fact])
                found = {stream: set(listed(stream)) for stream in streams}
                expected = expected or found
                assert found == expected
    assert expected == {
        HERE: {facts[0].id},
        THERE: {facts[3].id, facts[4].id},
        f"{SITE}/{ARRIVAL}/assistance": {facts[1].id},
    }


def test_a_roll_moved_to_another_arrival_takes_its_people_along(tablet, other_tablet):
    opened = tablet.revises("people.roll", ROLL, {"arrival": ARRIVAL})
    met = other_tablet.revises("people.reception", ROSE, {"roll": ROLL})
    moved = tablet.revises("people.roll", ROLL, {"arrival": OTHER_ARRIVAL}, opened)
    for order in ([opened, met, moved], [opened, moved, met], [moved, met, opened], [met, moved, opened]):
        with taken_back():
            for fact in order:
                record([fact])
            assert listed(THERE) == [met.id]


def test_a_family_over_two_arrivals_is_listed_in_both(tablet):
    met = tablet.tells("people.reception", subject=ROSE, arrivals=[ARRIVAL])
    record([met])
    record([tablet.tells("assistance.hand_out", subject=ROSE, arrivals=[OTHER_ARRIVAL])])
    assert listed(HERE) == listed(THERE) == [met.id]


def test_what_is_listed_again_is_listed_once_in_each_stream(tablet):
    met = tablet.revises("people.reception", ROSE, {"roll": ROLL})
    record([met])
    for arrival in (ARRIVAL, OTHER_ARRIVAL, ARRIVAL):
        record([tablet.revises("people.roll", ROLL, {"arrival": arrival}, *tablet.told[1:])])
    assert listed(HERE) == listed(THERE) == [met.id]
