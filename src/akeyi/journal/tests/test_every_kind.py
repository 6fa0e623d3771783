"""What every kind of fact keeps to, whichever room declared it; new ones are met here by themselves."""

import json
import random
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from pydantic_core import to_jsonable_python

from akeyi.journal.contracts import first_line
from akeyi.journal.declare import NotUnderstood
from akeyi.journal.envelope import body_text
from akeyi.journal.models import Body, EntryRow, Envelope
from akeyi.journal.record import record
from akeyi.journal.registry import KINDS
from akeyi.journal.store import understand
from akeyi.testing.facts import ROSE, Device

from .adding_up import tables, taken_back
from .generated import Seeded, a_body

EXAMPLES = Path(settings.PROJECT) / "contracts" / "examples"
ALL = sorted(KINDS)
TOLD = sorted(name for name in KINDS if not name.startswith("journal."))

# Fields of kinds whose bodies outlive the person they speak of. Each was looked at: none says who somebody is, how to
# reach them, what they look like or what befell them. A new name here needs the same look.
LEDGER_FIELDS = {
    "access.device": {"label", "stands_at", "withdrawn_at"},
    "access.let_in": {"why"},
    "access.read": {"what"},
    "access.shut_out": {"wrong_pins"},
    "access.site": {"code", "name", "timezone", "country", "place", "lock_s", "lanes"},
    "access.grant": {"worker", "role", "since_at", "until_at"},
    "access.vouched": {"walls", "way", "why"},
    "access.organisation": {"name", "kind", "is_active"},  # an agency
    "access.worker": {"short_name", "works_at", "organisation", "roles", "languages", "is_active"},  # staff
    "arrivals.arrival": {
        "how", "label", "carrier", "origin", "status", "eta_at", "landed_at", "stops", "notified_by", "channel",
        "follows", "elsewhere", "door", "lane",
    },
    "arrivals.expected": {"claim", "said_by", "total", "groups"},
    "arrivals.manifest": {"arrival", "format", "lines", "stated", "said_by"},
    "arrivals.sweep": {"found", "of"},
    "arrivals.tally": {"group", "count", "counting", "door", "how"},
    "arrivals.sample": {"people", "minutes"},
    "arrivals.waiting_outside": {"people", "lane"},
    "assistance.given_to_many": {"item", "quantity", "how", "store"},
    "assistance.hand_out": {"item", "quantity", "override", "store"},
    "assistance.item": {"names", "once_per", "icon", "is_active", "is_service", "parts", "reorder_at"},
    "assistance.programme": {
        *("names", "since", "until", "sex", "age_from", "age_to", "hows", "with_voucher", "items", "cash"),
    },
    # The number on a paper, and of a lot: of things.
    "assistance.movement": {
        "what", "item", "store", "quantity", "to", "parts", "lot", "expires_on", "document", "reason",
    },
    # A receipt stands for whoever holds it; a worker answers for it.
    "assistance.promise": {"promise", "amount", "currency", "code", "programme", "owner"},
    "assistance.payment": {"promise", "amount", "currency", "how", "float", "number"},
    "assistance.float": {"what", "currency", "amount", "second", "to", "reason"},
    "assistance.store": {"name", "is_giving", "is_active"},
    "children.release_code": {"code_hash", "label"},
    # How somebody is whom nobody can find by it: a part of the country is not said, nor a word.
    "feedback.call": {"step", "outcome", "situation", "received", "wants_help"},
    "feedback.deadline": {"money", "place", "treated", "favour", "abuse", "other"},
    "feedback.focal_point": {"where", "is_active"},  # staff
    # A worker, and which of their keys may be known.
    "feedback.holder": {"holder", "name", "organisation", "is_outside", "is_spare", "public_key", "is_active"},
    "feedback.opened": {"lock"},
    "figures.closing": {"day", "numbers", "heard"},
    "journal.decision": {"facts", "verdict"},
    "journal.erase": {"reason"},
    "journal.void": {"target"},
    "office.handover": {"from_worker", "to_worker", "lines"},
    "people.card_returned": set(),
    "figures.sender_answer": {"arrival", "arrived", "of", "is_hurt"},
    # A carrier's vehicle, and whoever drives it as the carrier calls them: nobody who is received.
    "onward.contact": {"what", "said_by"},
    "onward.departure": {"why", "second_worker"},
    "onward.route": {"destination", "via", "stops", "takes_min", "is_active"},
    "onward.route_status": {"status", "said_by", "until"},
    "onward.trip": {
        "route", "vehicle", "driver", "phone", "seats", "leaves_at", "due_at", "stops", "is_cancelled",
    },  # fmt: skip
    "people.place": {"code", "name", "within", "also", "is_active"},
    "operation.period": {"of", "days", "owner"},
    "people.household_move": {"source", "target", "why", "groups"},
    "people.notice": {"message", "language", "version", "words", "is_recorded"},
    "people.roll": {"series", "number", "arrival"},
    "planning.shift": {"since_at", "until_at", "staff", "languages"},
    # Questions, not answers.
    "referrals.service": {
        "name", "organisation", "needs", "place", "hours", "languages", "phone", "email",
        "capacity", "capacity_on", "is_active",
    },  # fmt: skip
    "safety.pause": {"how"},
    "safety.resume": {"ends"},
    "screening.form": {"form", "number", "titles", "xform", "page", "is_asked"},
    "screening.form_child": {"form", "number", "titles", "xform", "page", "is_asked"},
    "screening.form_health": {"form", "number", "titles", "xform", "page", "is_asked"},
    "screening.form_protection": {"form", "number", "titles", "xform", "page", "is_asked"},
}  # fmt: skip


def rows_of(name):
    return KINDS[name].into._default_manager.filter(subject=ROSE)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.django_db
def test_its_example_is_told_and_read_back_as_it_was(name, tablet):
    fact = tablet.tells(name, subject=ROSE)
    assert [answer.answer for answer in record([fact])] == ["stored"]
    row = rows_of(name).get()
    told = KINDS[name].body.model_validate_json(fact.body)
    for field in told.model_fields_set - {"saw"}:
        assert as_text(getattr(row, field)) == as_text(getattr(told, field))


def as_text(value):
    return json.dumps(to_jsonable_python(value), sort_keys=True)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.django_db
def test_ten_sends_are_one_record(name, tablet):
    fact = tablet.tells(name, subject=ROSE)
    record([fact])
    once = tables()
    for _ in range(9):
        assert [answer.answer for answer in record([fact])] == ["known"]
    assert tables() == once


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.django_db
def test_shuffled_it_adds_up_to_the_same(name):
    devices = [Device(number, ahead) for number, ahead in ((1, 0), (2, -90_000), (3, 40_000))]
    chance = Seeded(len(name))
    facts = [
        device.tells(name, a_body(chance, KINDS[name]), subject=ROSE, site=Device().id)
        for device in devices
        for _ in range(3)
    ]
    expected = None
    for seed in range(4):
        random.Random(seed).shuffle(facts)
        with taken_back():
            for fact in facts:
                record([fact])
            expected = expected or tables()
            assert tables() == expected


@pytest.mark.parametrize("name", [name for name in TOLD if KINDS[name].shape == "entry"])
@pytest.mark.django_db
def test_a_voided_entry_is_gone_whichever_came_first(name, tablet):
    fact = tablet.tells(name, subject=ROSE)
    void = tablet.voids(fact)
    for order in ([fact, void], [void, fact]):
        with taken_back():
            for one in order:
                record([one])
            assert not rows_of(name).exists()


@pytest.mark.parametrize("name", [name for name in TOLD if KINDS[name].shape == "revision"])
@pytest.mark.django_db
def test_a_revision_cannot_be_voided(name, tablet):
    fact = tablet.tells(name, subject=ROSE)
    record([fact, tablet.voids(fact)])
    assert rows_of(name).exists()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.django_db
def test_erasing_a_person_takes_their_words_and_leaves_the_ledger(name, tablet):
    kind = KINDS[name]
    fact = tablet.tells(name, subject=ROSE)
    erasure = tablet.erases(ROSE, fact.wall)
    stays = kind.keep == "ledger"
    for order in ([fact, erasure], [erasure, fact]):
        with taken_back():
            for one in order:
                record([one])
            assert rows_of(name).exists() == stays
            assert Body.objects.filter(id=fact.id).exists() == stays
            assert Envelope.objects.filter(id=fact.id).exists()


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.django_db
def test_behind_another_wall_it_is_not_understood(name, tablet):
    other = "safety" if KINDS[name].wall != "safety" else "cash"
    fact = tablet.tells(name, subject=ROSE, wall=other)
    answers = record([fact])
    assert (answers[0].answer, answers[0].reason) == ("set aside", "another wall")
    assert not rows_of(name).exists()


@pytest.mark.parametrize("name", ALL)
def test_a_field_nobody_declared_is_refused(name, tablet):
    with pytest.raises(NotUnderstood):
        understand(tablet.tells(name, KINDS[name].body.example | {"offence": "none of our business"}))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/v*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.django_db
def test_every_released_version_still_folds(path, tablet):
    name, version = path.parent.name, int(path.stem[1:])
    fact = tablet.tells(name, json.loads(path.read_text()), version=version, subject=ROSE)
    assert [answer.answer for answer in record([fact])] == ["stored"]
    assert rows_of(name).count() == 1


@pytest.mark.parametrize("name", ALL)
def test_every_version_up_to_todays_has_a_frozen_example(name):
    kind = KINDS[name]
    assert {path.stem for path in (EXAMPLES / name).glob("*.json")} == {f"v{n + 1}" for n in range(kind.version)}
    assert set(kind.body.upcasts) == set(range(1, kind.version))


@pytest.mark.parametrize("name", ALL)
def test_its_table_can_hold_all_that_its_body_may_say(name):
    """A value that one database takes and another refuses would fold differently on a hub and at headquarters."""
    kind = KINDS[name]
    shown = {field.name: field for field in kind.into._meta.concrete_fields}
    schema = kind.body.model_json_schema()
    for field in kind.fields:
        piece = schema["properties"][field]
        for one in piece.get("anyOf", [piece]):
            column = shown[field]
            if column.max_length and one.get("type") == "string" and "format" not in one:
                longest = max((len(word) for word in one.get("enum", [])), default=one.get("maxLength", 0))
                longest = longest or len(a_text_of(one))
                assert longest <= column.max_length, f"{name}.{field}"
            if one.get("type") == "integer" and not isinstance(column, models.JSONField):
                assert -(2**31) <= one["minimum"] <= one["maximum"] < 2**31, f"{name}.{field}"
            if one.get("type") == "null":
                assert column.null, f"{name}.{field}"


def a_text_of(piece):
    from .generated import a_value

    return max((a_value(Seeded(seed), piece, {}) for seed in range(20)), key=len)


@pytest.mark.parametrize("name", [name for name in ALL if KINDS[name].shape == "revision"])
def test_any_field_of_a_revision_may_be_absent_or_empty(name):
    kind = KINDS[name]
    kind.body.model_validate({})
    for field in kind.fields:
        kind.body.model_validate({field: None})
        assert kind.into._meta.get_field(field).null


def test_no_kind_that_outlives_a_person_says_anything_about_them():
    ledger = {name: set(kind.fields) for name, kind in KINDS.items() if kind.keep == "ledger"}
    assert ledger == LEDGER_FIELDS


@pytest.mark.parametrize("name", ALL)
def test_it_begins_with_a_sentence_and_shows_an_example(name):
    kind = KINDS[name]
    assert first_line(kind).endswith((".", "?"))
    assert kind.body.example or not kind.fields
    assert kind.body.understand(kind.version, body_text(kind.body.example))
    assert issubclass(kind.into, EntryRow) == (kind.shape == "entry")
