"""The row that facts make: an entry's of itself, a record's of all its revisions, as the database takes it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

import orjson
from django.db import connection, models

from .declare import Fact, Kind, Revision, Understood
from .fields import IdField, as_bytes
from .sealing import SealedField, sealed_fields

Values = dict[str, Any]


def entry_row(fact: Understood) -> list[Any]:
    """The one row of an entry."""
    envelope = fact.envelope
    values = _told(fact.body, fact.kind) | {
        "id": envelope.id,
        "subject": envelope.subject,
        "site": envelope.scope.site,
        "at": envelope.at,
        "clock": envelope.clock,
        "device": envelope.device,
        "worker": envelope.worker,
    }
    if fact.kind.wall is None:
        values["wall"] = envelope.wall
    return _as_taken(fact.kind.into, values)


def record_row(kind: Kind, revisions: list[Understood]) -> list[Any]:
    """The one row of a record. Per field: what nobody has seen past stands, the highest (clock, id) is shown."""
    latest_first = sorted(revisions, key=_clock_and_id, reverse=True)
    values: Values = dict.fromkeys(kind.fields)
    answers: dict[str, list[list[Any]]] = {}
    told = {name for fact in revisions for name in fact.body.model_fields_set}
    # In the kind's order: a set has another one in every process, and a rebuild would find rows written otherwise.
    for name in filter(told.__contains__, kind.fields):
        standing = _standing(latest_first, name)
        if standing:
            values[name] = _value(standing[0].body, name, kind)
        if len(standing) > 1:
            answers[name] = [[fact.envelope.id, plain(fact.body, name)] for fact in standing]
    newest = latest_first[0].envelope
    # All moments are written alike, so they compare as text.
    moments = [fact.envelope.at for fact in revisions]
    values |= {
        "subject": newest.subject,
        "site": newest.scope.site,
        "first_at": min(moments),
        "last_at": max(moments),
        "answers": answers,
    }
    return _as_taken(kind.into, values)


def answers_to(revisions: list[Understood], name: str) -> list[Understood]:
    """The revisions whose word on a field stands: nobody has seen past them. Highest (clock, id) first."""
    return _standing(sorted(revisions, key=_clock_and_id, reverse=True), name)


def _standing(latest_first: list[Understood], name: str) -> list[Understood]:
    seen = {fact for one in latest_first for fact in cast(Revision, one.body).saw.get(name, ())}
    return [one for one in latest_first if name in one.body.model_fields_set and one.envelope.id not in seen]


def _clock_and_id(fact: Understood) -> tuple[str, str]:
    return fact.envelope.clock, fact.envelope.id


def _told(body: Fact, kind: Kind) -> Values:
    """All fields of a body, those that a table keeps as JSON as such."""
    in_json = json_columns(kind.into)
    if not in_json:
        return vars(body)
    return {name: _value(body, name, kind) for name in kind.fields}


def _value(body: Fact, name: str, kind: Kind) -> Any:
    value = getattr(body, name)
    return value if value is None or name not in json_columns(kind.into) else plain(body, name)


def plain(body: Fact, name: str) -> Any:
    """One field as JSON."""
    return body.model_dump(mode="json", include={name}).get(name)


@cache
def columns(model: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    """The concrete fields of a table in their order."""
    return tuple(model._meta.concrete_fields)


@cache
def json_columns(model: type[models.Model]) -> frozenset[str]:
    """The names of the fields that a table keeps as JSON, sealed or not."""
    return frozenset(field.name for field in columns(model) if isinstance(field, models.JSONField | SealedField))


@cache
def column_names(model: type[models.Model]) -> str:
    """The columns of a table as a statement lists them."""
    return ", ".join(f'"{field.column}"' for field in columns(model))


@cache
def insert_statement(model: type[models.Model], conflict: str) -> str:
    """INSERT for a whole row; `conflict` is `nothing` or the key column that is replaced."""
    names = column_names(model).split(", ")
    key = f'"{model._meta.pk.column}"'
    action = "DO NOTHING"
    if conflict == "replace":
        action = "DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return (
        f'INSERT INTO "{model._meta.db_table}" ({column_names(model)}) VALUES ({", ".join(["%s"] * len(names))})'
        f" ON CONFLICT ({key}) {action}"
    )


def _as_taken(model: type[models.Model], values: Values) -> list[Any]:
    """The values of one row in the order of its columns, prepared for this database."""
    row = [
        value if (value := values[name]) is None or prepare is None else prepare(value)
        for name, prepare in _preparing(model)
    ]
    for position, field in _sealed(model):
        row[position] = field.seal(values[field.name], values[field.model._meta.pk.name])
    return row


@cache
def _sealed(model: type[models.Model]) -> list[tuple[int, SealedField]]:
    return [(columns(model).index(field), field) for field in sealed_fields(model)]


@cache
def _preparing(model: type[models.Model]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """How each column takes its value; None: as it is. Django's own way costs as much as everything else together."""
    how = _how_on_sqlite if connection.vendor == "sqlite" else _how_on_postgresql
    return tuple((field.name, None if isinstance(field, _AS_IT_IS) else how(field)) for field in columns(model))


_AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, SealedField)


def _how_on_sqlite(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    for kind, prepare in (
        (IdField, as_bytes),
        (models.DateTimeField, _in_utc),
        (models.DateField, str),
        (models.JSONField, _as_json),
    ):
        if isinstance(field, kind):
            return prepare
    return lambda value: field.get_db_prep_save(value, connection)


def _how_on_postgresql(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    if isinstance(field, IdField | models.DateField):
        return None
    return lambda value: field.get_db_prep_save(value, connection)


def _in_utc(moment: datetime | str) -> str:
    """As Django writes a moment on SQLite; text is an envelope's, in UTC to the millisecond."""
    if isinstance(moment, str):
        fraction = moment[19:23]
        return f"{moment[:10]} {moment[11:19]}{'' if fraction == '.000' else fraction + '000'}"
    return str(moment.astimezone(UTC).replace(tzinfo=None))


def _as_json(value: Any) -> str:
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # whole numbers beyond 64 bits
        return json.dumps(value)
