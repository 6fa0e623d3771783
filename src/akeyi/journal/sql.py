"""The few statements of the write path, alike on SQLite and PostgreSQL; everything else uses Django's ORM."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import orjson
from django.db import connection

from .fields import from_database, key_maker

Row = tuple[Any, ...]
IDS_AT_ONCE = 4096
# Measured: 200 envelopes cost PostgreSQL 1.2 ms as a copy, 2.9 ms as an INSERT; a copy is a journey of its own.
WORTH_A_COPY = 20


class Sql:
    """One cursor inside one transaction.

    PostgreSQL is another process: there, writes wait and travel with the next read, so that the head is locked for few
    journeys. Before the ORM reads what was written here, and before a savepoint, they are sent by `flush`.
    """

    def __init__(self) -> None:
        self.vendor = connection.vendor
        self.cursor = connection.cursor()
        # An id's text as this database takes it.
        self.id = key_maker()
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

    def add(self, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """Adds rows that are surely not there yet; many of them as PostgreSQL takes them fastest."""
        if self.vendor == "postgresql" and len(rows) >= WORTH_A_COPY:
            self.flush()
            with self.cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        elif rows:
            marks = ",".join(["%s"] * len(rows[0]))
            self.many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

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
        """Runs `statement` with `IN ({ids})` filled in, in chunks: SQLite takes at most 32,766 parameters."""
        return self.where_key_in(statement, [self.id(one) for one in ids])

    def where_key_in(self, statement: str, keys: list[Any]) -> list[Row]:
        """The same for ids as the database takes them."""
        found: list[Row] = []
        times = statement.count("{ids}")
        for start in range(0, len(keys), IDS_AT_ONCE):
            chunk = keys[start : start + IDS_AT_ONCE]
            if self.vendor == "postgresql":
                found += self.rows(statement.replace("IN ({ids})", "= ANY(%s::uuid[])"), [_array(chunk)] * times)
            else:
                chunk = _padded(chunk)
                found += self.rows(statement.replace("{ids}", _marks("?", len(chunk))), chunk * times)
        return found

    def of_keys(self, statement: str, keys: list[Any]) -> list[Row]:
        """Runs `statement` with `{keys}` filled in as a table of one column, `id`; gives no row twice."""
        found: list[Row] = []
        for start in range(0, len(keys), IDS_AT_ONCE):
            chunk = keys[start : start + IDS_AT_ONCE]
            if self.vendor == "postgresql":
                found += self.rows(statement.format(keys="(SELECT unnest(%s::uuid[]) AS id)"), [_array(chunk)])
            else:
                chunk = _padded(chunk)
                table = f"(SELECT column1 AS id FROM (VALUES {_marks('(?)', len(chunk))}))"
                found += set(self.rows(statement.format(keys=table), chunk))
        return found


def _array(keys: list[Any]) -> str:
    """Ids as PostgreSQL writes an array: the driver takes a list apart one by one."""
    return "{" + ",".join(keys) + "}"


def _padded(keys: list[Any]) -> list[Any]:
    """Keys in a number that is a power of two, the last one again and again: SQLite remembers few statements."""
    return keys + keys[-1:] * ((1 << (len(keys) - 1).bit_length()) - len(keys))


@cache
def _marks(mark: str, times: int) -> str:
    # As SQLite writes them: turning thousands of `%s` into `?` took as long as the query.
    return ",".join([mark] * times)


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


def text_ids(rows: Iterable[Row], column: int = 0) -> list[str]:
    """One column of ids as text."""
    return [str(from_database(row[column])) for row in rows]
