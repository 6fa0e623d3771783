"""Whatever may stand in a person's history is said in words: each kind, each detail, each of the few it may be."""

from typing import Any

import pytest

from akeyi.journal.registry import KINDS
from akeyi.office import history_words as words
from akeyi.office.wording import WORDS
from akeyi.people import wording

# Their subject is a place, a worker, a tablet, an arrival, a list, a day, an item, a series, a code, a key, a box,
# a complaint or a wish to be called: never a person.
OF_NO_PERSON = {
    "access.device",
    "access.grant",
    "access.kept_in",
    "access.let_in",
    "access.organisation",
    "access.vouched",
    "access.shut_out",
    "access.site",
    "access.worker",
    "arrivals.arrival",
    "arrivals.expected",
    "arrivals.line",
    "arrivals.manifest",
    "arrivals.sample",
    "arrivals.sweep",
    "arrivals.tally",
    "arrivals.waiting_outside",
    "assistance.float",
    "assistance.given_to_many",
    "assistance.item",
    "assistance.movement",
    "assistance.programme",
    "assistance.store",
    "children.release_code",
    "feedback.call",
    "feedback.call_wish",
    "feedback.complaint",
    "feedback.deadline",
    "feedback.focal_point",
    "feedback.handling",
    "feedback.holder",
    "feedback.opened",
    "feedback.sealed",
    "feedback.sealed_piece",
    "figures.closing",
    "figures.sender_answer",
    "office.handover",
    "onward.contact",
    "onward.departure",
    "onward.route",
    "onward.route_status",
    "onward.trip",
    "operation.period",
    "people.notice",
    "people.place",
    "people.roll",
    "people.series",
    "planning.shift",
    "referrals.service",
    "safety.pause",
    "safety.resume",
    "screening.form",
    "screening.form_child",
    "screening.form_health",
    "screening.form_protection",
}
OF_A_PERSON = sorted(set(KINDS) - OF_NO_PERSON)


def test_every_kind_has_words_or_is_of_no_person():
    assert set(OF_A_PERSON) == set(words.KINDS)
    assert set(KINDS) >= OF_NO_PERSON


@pytest.mark.parametrize("kind", OF_A_PERSON)
def test_every_detail_has_words(kind):
    shown = set(KINDS[kind].fields) - words.NOT_SHOWN
    assert sorted(shown - wording.FIELDS.keys() - words.DETAILS.keys()) == []


def one_of(piece: dict[str, Any]) -> list[str]:
    """What a field may be, where its schema says a few words."""
    inside = [*piece.get("anyOf", []), *([piece["items"]] if "items" in piece else [])]
    return [*piece.get("enum", []), *(value for each in inside for value in one_of(each))]


@pytest.mark.parametrize("kind", OF_A_PERSON)
def test_every_one_of_a_few_has_words(kind):
    fields = KINDS[kind].body.model_json_schema()["properties"]
    silent = [
        f"{name}: {value}"
        for name in set(KINDS[kind].fields) - words.NOT_SHOWN
        for value in one_of(fields[name])
        if value not in {**WORDS, **words.VALUES.get(name, {})}
        and wording.value(name, [value] if "items" in str(fields[name]) else value, {}, {}) == value
    ]
    assert silent == []


def test_a_word_is_asked_for_by_the_detail_it_belongs_to():
    """`other` is another way to come, and another reason to give."""
    assert str(words.VALUES["how_came"]["other"]) != str(words.VALUES["override"]["other"])
