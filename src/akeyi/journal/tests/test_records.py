"""A record shows, field by field, what nobody has seen past; where two did not know of each other, both stand."""

import itertools
import json

import pytest

from akeyi.journal.record import record
from akeyi.journal.registry import KINDS
from akeyi.journal.rows import columns, record_row
from akeyi.journal.store import understand
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Reception
from akeyi.testing.facts import ROSE, SITE

from .adding_up import taken_back

pytestmark = pytest.mark.django_db


def in_any_order(*facts):
    """Rose's reception, after the facts came in each possible order."""
    for order in itertools.permutations(facts):
        with taken_back():
            for fact in order:
                record([fact])
            yield Reception.objects.get(subject=ROSE)


def names(device, name, *seen, **more):
    return device.revises("people.reception", ROSE, {"given_names": name}, *seen, **more)


def test_two_who_did_not_know_of_each_other_make_two_answers(tablet, other_tablet):
    early = names(tablet, "Rose")
    late = names(other_tablet, "Rosa", after_ms=60_000)
    for rose in in_any_order(early, late):
        assert rose.given_names == "Rosa"
        assert rose.answers == {"given_names": [[late.id, "Rosa"], [early.id, "Rose"]]}


def test_answers_are_written_alike_by_every_process(tablet, other_tablet):
    """The order of a set differs between processes: a rebuild by another one must find the same text."""
    said = {"given_names": "Rose", "family_name": "Pierre", "sex": "female", "age": 31, "age_group": "adult"}
    said |= {"destination": "HT01", "phone": "3700 0000", "papers": "none", "birth_country": "HTI"}
    kind = KINDS["people.reception"]
    told = [understand(device.revises(kind.name, ROSE, said)) for device in (tablet, other_tablet)]
    place = [field.name for field in columns(kind.into)].index("answers")
    written = record_row(kind, told)[place]
    # SQLite takes the text; PostgreSQL takes what it wraps, and orders it by itself.
    answers = json.loads(written) if isinstance(written, str) else written.obj
    assert list(answers) == [name for name in kind.fields if name in said]


def test_what_was_seen_never_stands_even_with_the_later_clock(tablet, other_tablet):
    wrong_clock = names(other_tablet, "Rosa", after_ms=86_400_000)
    correction = names(tablet, "Rose", wrong_clock)
    assert correction.clock < wrong_clock.clock
    for rose in in_any_order(wrong_clock, correction):
        assert (rose.given_names, rose.answers) == ("Rose", {})


def test_one_who_saw_both_settles_it(tablet, other_tablet):
    first, second = names(tablet, "Rose"), names(other_tablet, "Rosa")
    settled = names(tablet, "Rose-Laure", first, second)
    for rose in in_any_order(first, second, settled):
        assert (rose.given_names, rose.answers) == ("Rose-Laure", {})


def test_a_third_who_saw_only_one_leaves_two_answers(tablet, other_tablet):
    first, second = names(tablet, "Rose"), names(other_tablet, "Rosa")
    third = names(tablet, "Roz", first)
    for rose in in_any_order(first, second, third):
        assert {value for _, value in rose.answers["given_names"]} == {"Rosa", "Roz"}


def test_fields_are_told_apart_and_empty_is_told(tablet):
    first = tablet.revises("people.reception", ROSE, {"given_names": "Rose", "sex": "female", "age": 31})
    second = tablet.revises("people.reception", ROSE, {"age": None}, first)
    for rose in in_any_order(first, second):
        assert (rose.given_names, rose.sex, rose.age, rose.answers) == ("Rose", "female", None, {})


def test_the_same_clock_is_decided_by_id(tablet, other_tablet):
    one, other = names(tablet, "Rose"), names(other_tablet, "Rosa")
    assert one.clock == other.clock
    for rose in in_any_order(one, other):
        assert rose.given_names == ("Rosa" if other.id > one.id else "Rose")


def test_first_and_last_say_when_it_was_spoken_of(tablet):
    facts = [names(tablet, "Rose", after_ms=60_000) for _ in range(3)]
    for rose in in_any_order(*facts):
        assert (rose.last_at - rose.first_at).seconds == 120


def test_what_the_server_says_has_seen_all_that_stands_here(tablet, other_tablet):
    record([names(tablet, "Rose"), names(other_tablet, "Rosa")])
    tell(Saying(ReceptionRevised(given_names="Rose-Laure"), site=SITE, subject=ROSE))
    rose = Reception.objects.get()
    assert (rose.given_names, rose.answers) == ("Rose-Laure", {})
