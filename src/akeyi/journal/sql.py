"""The few statements of the write path, alike on SQLite and PostgreSQL; everything else uses Django's ORM."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import orjson
from django.db import connection, models

from .fields import IdField, as_bytes, from_database

Row = tuple[Any, ...]


class Sql:
    """One cursor inside one transaction.

    PostgreSQL is another process: there, writes wait and travel with the next read, so that the head is locked for few
    journeys. Before the ORM reads what was written here, and before a savepoint, they are sent by `flush`.
    """

    def __init__(self) -> None:
        self.vendor = connection.vendor
        self.cursor = connection.cursor()
        # An id's text as this database takes it.
        self.id: Callable[[str | None], Any] = as_bytes if self.vendor == "sqlite" else str_or_none
        self._waiting: list[str] = []
        self._values: list[Any] = []

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Row]:
        if self._waiting:
            self._wait(statement, parameters)
            self.flush()
        else:
            self.cursor.execute(statement, parameters)
        found: list[Row] = self.cursor.fetchall()
        return found

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        if self.vendor == "postgresql":
            self._wait(statement, parameters)
        else:
            self.cursor.execute(statement, parameters)

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Runs a statement for each row; on PostgreSQL an INSERT becomes one with many rows."""
        if self.vendor != "postgresql":
            if len(rows) == 1:
                self.cursor.execute(statement, rows[0])
            elif rows:
                self.cursor.executemany(statement, rows)
            return
        if len(rows) > 1 and statement.startswith("INSERT"):
            as_one, names = _from_records(statement)
            self._wait(as_one, [_as_records(names, rows)])
        else:
            for row in rows:
                self._wait(statement, row)

    def flush(self) -> None:
        """Sends what waits; the cursor then stands at the answer to the last of it."""
        if self._waiting:
            statements, values = "; ".join(self._waiting), self._values
            self.forget()
            self.cursor.execute(statements, values)
            while self.cursor.nextset():
                pass

    def forget(self) -> None:
        """Drops what waits, as when the transaction it belonged to is undone."""
        self._waiting, self._values = [], []

    def _wait(self, statement: str, parameters: Sequence[Any]) -> None:
        self._waiting.append(statement)
        self._values += parameters

    def where_id_in(self, statement: str, ids: Iterable[str]) -> list[Row]:
        """Runs `statement` with `IN ({ids})` filled in for chunks of ids; SQLite takes at most 32,766 parameters."""
        found: list[Row] = []
        todo = list(ids)
        for start in range(0, len(todo), 5_000):
            chunk = [self.id(one) for one in todo[start : start + 5_000]]
            times = statement.count("{ids}")
            if self.vendor == "postgresql":
                found += self.rows(statement.replace("IN ({ids})", "= ANY(%s::uuid[])"), [chunk] * times)
                continue
            marks = ",".join(["%s"] * len(chunk))
            found += self.rows(statement.replace("{ids}", marks), chunk * times)
        return found


@cache
def _from_records(statement: str) -> tuple[str, list[str]]:
    """An INSERT of one row as an INSERT of many, which come as one JSON text: thousands of parameters cost the driver
    more than the database. Gives the columns too."""
    before, _, after = statement.partition(" VALUES ")
    table, _, listed = before.removeprefix("INSERT INTO ").partition(" ")
    columns = listed.strip("()")
    conflict = after.partition(")")[2]
    records = f"json_populate_recordset(NULL::{table}, %s::json)"
    names = [name.strip('" ') for name in columns.split(",")]
    return f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {records}{conflict}", names


def _as_records(names: list[str], rows: Sequence[Sequence[Any]]) -> str:
    records = [dict(zip(names, row, strict=True)) for row in rows]
    try:
        return orjson.dumps(records, default=_as_json).decode()
    except TypeError:  # whole numbers beyond 64 bits
        return json.dumps(records, default=_as_json)


def _as_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    return value.isoformat() if isinstance(value, date) else value.obj


def str_or_none(id: str | None) -> str | None:
    return id


@cache
def columns(model: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    """The concrete fields of a table in their order."""
    return tuple(model._meta.concrete_fields)


@cache
def json_columns(model: type[models.Model]) -> frozenset[str]:
    """The names of a table's JSON fields."""
    return frozenset(field.name for field in columns(model) if isinstance(field, models.JSONField))


@cache
def insert_statement(model: type[models.Model], conflict: str) -> str:
    """INSERT for a whole row; `conflict` is `nothing` or the key column that is replaced."""
    names = [f'"{field.column}"' for field in columns(model)]
    key = f'"{model._meta.pk.column}"'
    action = "DO NOTHING"
    if conflict == "replace":
        action = "DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return (
        f'INSERT INTO "{model._meta.db_table}" ({", ".join(names)}) VALUES ({", ".join(["%s"] * len(names))})'
        f" ON CONFLICT ({key}) {action}"
    )


def row_for(db: Sql, model: type[models.Model], values: dict[str, Any]) -> list[Any]:
    """The values of one row, prepared for this database."""
    return [
        value if (value := values[name]) is None or prepare is None else prepare(value)
        for name, prepare in _preparing(model, db.vendor)
    ]


@cache
def _preparing(model: type[models.Model], vendor: str) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """How each column takes its value; None: as it is. Django's own way costs as much as everything else together."""
    return tuple((field.name, _how_to_prepare(field, vendor)) for field in columns(model))


def _how_to_prepare(field: "models.Field[Any, Any]", vendor: str) -> Callable[[Any], Any] | None:
    if isinstance(field, _AS_IT_IS):
        return None
    if isinstance(field, IdField):
        return as_bytes if vendor == "sqlite" else None
    if isinstance(field, models.DateTimeField):
        return _in_utc if vendor == "sqlite" else None
    if isinstance(field, models.DateField):
        return str if vendor == "sqlite" else None
    return lambda value: field.get_db_prep_save(value, connection)


_AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)


def _in_utc(moment: datetime) -> str:
    """As Django writes a moment on SQLite."""
    return str(moment.astimezone(UTC).replace(tzinfo=None))


def text_ids(rows: Iterable[Row], column: int = 0) -> list[str]:
    """One column of ids as text."""
    return [str(from_database(row[column])) for row in rows]
