"""Seals everything anew under a new key, a little at a time while tablets go on; killed in the middle, it goes on."""

from collections.abc import Iterator

from django.db import models

from . import keys
from .head import writing
from .models import Body
from .sealing import ID, columns, is_anything_sealed, sealed_again
from .sql import Sql

AT_ONCE = 500


def begin() -> keys.Ring:
    """A new key from now on; where a rotation was not finished, the one that it began with."""
    # Under the head's lock, so that two who begin at once begin one.
    with writing():
        ring = keys.ring(is_anything_sealed)
        return ring if ring.is_rotating else keys.with_new_key(ring)


def rotate(at_once: int = AT_ONCE) -> Iterator[tuple[str, int]]:
    """Gives, after each step, the table and how many of its values it sealed anew."""
    ring = begin()
    for model, column, row in columns():
        while sealed := _a_step(model, column, row, ring.current.id, at_once):
            yield model._meta.db_table, sealed
    keys.rotated(keys.ring(is_anything_sealed))


def under_keys() -> dict[str, int]:
    """How many values each key has sealed, by its id."""
    found: dict[str, int] = {}
    for model, column, _ in columns():
        table = model._meta.db_table
        statement = (
            f'SELECT substr("{column}", 1, {ID}), COUNT(*) FROM "{table}" WHERE "{column}" IS NOT NULL GROUP BY 1'
        )
        for id, count in Sql().rows(statement):
            found[bytes(id).hex()] = found.get(bytes(id).hex(), 0) + count
    return found


def _a_step(model: type[models.Model], column: str, row: str, current: str, at_once: int) -> int:
    table = model._meta.db_table
    with writing() as (db, _):
        rows = db.rows(
            f'SELECT "{row}", "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'
            f' AND substr("{column}", 1, {ID}) <> %s LIMIT {at_once}',
            [bytes.fromhex(current)],
        )
        for name, sealed in rows:
            again = sealed_again(bytes(sealed), table, name, column)
            if model is Body:
                # A body is never changed: it goes, and comes again.
                db.run("DELETE FROM journal_body WHERE id = %s", [name])
                db.run(
                    "INSERT INTO journal_body (id, salt, text, sealed) VALUES (%s, %s, %s, %s)", [name, b"", "", again]
                )
            else:
                # What somebody saved meanwhile is sealed under the new key already.
                db.run(
                    f'UPDATE "{table}" SET "{column}" = %s WHERE "{row}" = %s AND "{column}" = %s',
                    [again, name, sealed],
                )
    return len(rows)
