"""Behind the walls where it would hurt most, nobody reads anything in a stolen database: no body, no table, no salt."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest
from django.core.exceptions import FieldError
from django.db import connection

from akeyi.children.models import Release, ReleaseReview
from akeyi.errors import AkeyiError
from akeyi.errors.server import KEYS_MISSING, KEYS_NOT_OURS, KEYS_UNREADABLE
from akeyi.journal import keys, serve
from akeyi.journal.declare import SEALED_AT_REST
from akeyi.journal.envelope import digest_of
from akeyi.journal.models import Body, Unreadable
from akeyi.journal.record import record
from akeyi.journal.registry import KINDS, _check_table
from akeyi.journal.sealing import WasChanged
from akeyi.journal.verify import rebuild, verify
from akeyi.people.models import Came
from akeyi.testing.facts import JEAN, ROSE, SITE

from .generated import Seeded, a_value
from .stored import everything_stored, times

MARKER = "zoranj-anba-tab-la"
BEHIND = sorted(name for name, kind in KINDS.items() if kind.wall in SEALED_AT_REST)
OF_THE_JOURNAL = sorted(name for name, kind in KINDS.items() if kind.wall is None)


def marked_body(name: str, seed: int) -> dict[str, Any]:
    """Every field of a kind: a marker where any text may stand, else a value drawn from what may."""
    schema = KINDS[name].body.model_json_schema()
    return {
        field: MARKER if is_free_text(piece) else a_value(Seeded(seed), told(piece), schema.get("$defs", {}))
        for field, piece in ((field, schema["properties"][field]) for field in KINDS[name].fields)
    }


def told(piece: dict[str, Any]) -> dict[str, Any]:
    return next((one for one in piece.get("anyOf", []) if one.get("type") != "null"), piece)


def is_free_text(piece: dict[str, Any]) -> bool:
    one = told(piece)
    return one.get("type") == "string" and not {"enum", "const", "pattern", "format"} & set(one)


def words(value: Any) -> Iterator[str]:
    """Every word that a body says, ids apart and what is too short to be told from anything else."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from words(name)
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, str) and len(value) > 4 and value.count("-") != 4:
        yield value


@pytest.mark.django_db(transaction=True)
def test_no_field_of_any_kind_behind_a_sealed_wall_is_in_the_bytes_of_the_database(tablet):
    bodies = [(name, KINDS[name].wall, marked_body(name, seed)) for name in BEHIND for seed in range(6)]
    bodies += [(name, wall, marked_body(name, 1)) for name in OF_THE_JOURNAL for wall in sorted(SEALED_AT_REST)]
    facts = [tablet.tells(name, body, subject=JEAN, wall=wall) for name, wall, body in bodies]
    # What is kept without being understood, and what is no fact at all.
    facts += [tablet.tells("health.not_heard_of", {"said": MARKER}, wall=wall) for wall in sorted(SEALED_AT_REST)]
    facts += [facts[0].model_copy(update={"body": facts[0].body + " ", "salt": "00" * 16})]
    secret = {word for _, _, body in bodies for one in body.values() for word in words(one)}
    # What envelopes say anyway, and what was decided about a fact.
    secret -= {word for name in (*BEHIND, *OF_THE_JOURNAL) for word in name.split(".")} | SEALED_AT_REST
    secret -= {"taken_in", "refused"}
    assert MARKER in secret and "pushed_back" in secret and "ambulance" in secret
    before = {word: times(word, everything_stored()) for word in secret}
    record(facts)
    assert KINDS["children.release"].into.objects.count() == 0, "all of it was erased"
    record([tablet.tells(name, body, subject=ROSE, wall=wall) for name, wall, body in bodies if name in BEHIND])
    assert KINDS["children.release"].into.objects.count() == 6
    stored = everything_stored()
    assert {word for word in secret if times(word, stored) > before[word]} == set()
    assert not any(times(fact.salt, stored) or bytes.fromhex(fact.salt) in stored for fact in facts[:-1])
    # The search finds what is not sealed.
    record([tablet.tells("people.reception", {"given_names": MARKER}, subject=ROSE)])
    assert times(MARKER, everything_stored()) > 0


@pytest.mark.django_db
def test_it_is_read_as_it_was_told(tablet):
    release = tablet.tells("children.release", {"to": "adult", "name": "Tante Marie"}, subject=ROSE)
    came = tablet.tells("people.came", {"how_came": "pushed_back"}, subject=ROSE)
    record([release, came])
    given = serve.pull([f"{SITE}/-/child", f"{SITE}/-/protection"], {})["facts"]
    assert [one["body"] for one in given] == [release.body, came.body]
    for one in given:
        assert digest_of(bytes.fromhex(one["salt"]), one["body"]).hex() == one["digest"]
    row = Release.objects.get()
    assert (row.to, row.name, row.reason, row.second_worker) == ("adult", "Tante Marie", None, None)
    assert (Came.objects.get().how_came, Came.objects.get().answers) == ("pushed_back", {})
    assert verify() is None
    assert rebuild() == []


@pytest.mark.django_db
def test_answers_that_contradict_each_other_are_sealed_and_read_back(tablet, other_tablet):
    facts = [
        one.tells("people.came", {"how_came": how}, subject=ROSE)
        for one, how in ((tablet, "voluntary"), (other_tablet, "pushed_back"))
    ]
    record(facts)
    assert {value for _, value in Came.objects.get().answers["how_came"]} == {"voluntary", "pushed_back"}
    assert times("voluntary", raw("people_came", "answers")) == 0
    assert rebuild() == []


@pytest.mark.django_db
def test_a_length_tells_nothing_and_that_nothing_was_said_neither(tablet):
    for number, body in enumerate([{"to": "ambulance"}, {"to": "nobody", "name": "A" * 40}, {"to": "service"}]):
        record([tablet.tells("children.release", body, subject=(ROSE, JEAN, SITE)[number])])
    for column in ("to", "name"):
        assert len({len(one) for one in raw_values("children_release", column)}) == 1


@pytest.mark.django_db
def test_a_value_moved_to_another_row_or_field_is_noticed(tablet):
    one, other = (tablet.tells("children.release_review", review(note), subject=ROSE) for note in ("one", "other"))
    record([one, other])
    change("UPDATE children_releasereview SET note = (SELECT note FROM children_releasereview WHERE id = %s)", one.id)
    assert ReleaseReview.objects.get(id=one.id).note == "one"
    with pytest.raises(WasChanged):
        print(ReleaseReview.objects.get(id=other.id).note)
    assert rebuild() == [f"children_releasereview: {other.id} was not what the facts say"]
    assert ReleaseReview.objects.get(id=other.id).note == "other"
    assert rebuild() == []


@pytest.mark.django_db
def test_a_body_exchanged_for_another_is_noticed(tablet):
    one, other = (tablet.tells("children.release_review", review(note), subject=ROSE) for note in ("one", "other"))
    record([one, other])
    sealed = Body.objects.get(id=one.id).sealed
    Body.objects.filter(id=other.id).delete()
    Body.objects.create(id=other.id, salt=b"", text="", sealed=sealed)
    assert verify() == "position 2: the body was changed"


@pytest.mark.django_db
def test_nobody_looks_for_what_is_sealed_and_finds_nothing():
    for asked in ({"note": "one"}, {"note__contains": "o"}, {"note": None}):
        with pytest.raises(FieldError):
            ReleaseReview.objects.filter(**asked).exists()
    with pytest.raises(TypeError):
        ReleaseReview.objects.update(note="in plain")


@pytest.mark.django_db
def test_bytes_that_are_no_fact_are_kept_sealed_and_once(tablet):
    told = tablet.tells("children.release_review", review("one"), subject=ROSE)
    impostor = told.model_copy(update={"salt": "11" * 16})
    for _ in range(2):
        record([impostor])
    kept = Unreadable.objects.get()
    assert orjson.loads(kept.bytes)["salt"] == "11" * 16
    assert not any("one" in part.decode("latin1") for part in raw_values("journal_unreadable", "bytes"))


@pytest.mark.parametrize("name", ["children.carer", "people.reception"])
def test_a_kind_that_joins_such_a_wall_without_sealing_its_table_is_refused_at_the_start(name):
    with pytest.raises(ValueError, match="must be sealed"):
        _check_table(replace(KINDS[name], wall="health"))


@pytest.mark.django_db
def test_without_the_keys_it_is_said_what_is_missing(tablet, tmp_path, settings):
    record([tablet.tells("children.release_review", review("one"), subject=ROSE)])
    ours = keys.path()
    settings.KEYS = tmp_path / "stick" / "keys"
    with pytest.raises(AkeyiError) as missing:
        print(ReleaseReview.objects.get().note)
    assert missing.value.kind is KEYS_MISSING
    assert not keys.is_there(), "new keys would hide that the old ones are gone"
    settings.KEYS.parent.mkdir()
    settings.KEYS.write_text(ours.read_text()[:100])
    with pytest.raises(AkeyiError) as torn:
        serve.history(ROSE)
    assert torn.value.kind is KEYS_UNREADABLE
    settings.KEYS = tmp_path / "keys-of-another-hub"
    keys.ring(is_needed=lambda: False)
    with pytest.raises(AkeyiError) as others:
        serve.history(ROSE)
    assert others.value.kind is KEYS_NOT_OURS
    assert str(settings.KEYS) in others.value.sentence("en")


@pytest.mark.django_db
def test_keys_are_made_once_and_for_this_user_alone(tmp_path, settings):
    settings.KEYS = tmp_path / "new" / "keys"
    made = keys.ring(is_needed=lambda: False)
    assert keys.ring(is_needed=lambda: True) == made
    assert settings.KEYS.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in settings.KEYS.parent.iterdir()] == ["keys"]


def review(note: str) -> dict[str, Any]:
    return {"release": JEAN, "note": note}


def raw_values(table: str, column: str) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{table}"')
        return [bytes(row[0]) for row in cursor.fetchall()]


def raw(table: str, column: str) -> bytes:
    return b"\n".join(raw_values(table, column))


def change(statement: str, id: str) -> None:
    from akeyi.journal.sql import Sql

    db = Sql()
    db.run(statement, [db.id(id)])
    db.flush()
