"""Proves that nothing in the journal was changed by hand, and that the tables are what the facts add up to."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import connection, models

from . import fold, store
from .declare import NotUnderstood
from .envelope import WireFact, arrival_of, chain_hash, digest_of, envelope_hash, id_sum
from .head import writing
from .ids import id_bytes
from .models import Entered, Erasure, Verdict
from .registry import KINDS
from .rows import columns
from .sealing import SealedField, WasChanged, sealed_fields
from .sql import Row, Sql, text_ids

CHUNK = 2000


def verify(expected_head: tuple[int, str] | None = None) -> str | None:
    """What is wrong with the journal, in one sentence, or None. `expected_head`: (position, chain in hex) a
    neighbour kept. Others may write meanwhile: what they add is left for the next time."""
    db = Sql()
    # One statement, so that the head and all streams are of one moment.
    rows = db.rows(
        "SELECT h.position, h.chain, s.id, s.name, s.count, s.sum, s.last"
        " FROM journal_head h LEFT JOIN journal_stream s ON s.count > 0"
    )
    last, last_chain = (rows[0][0], bytes(rows[0][1])) if rows else (0, b"")
    names = {row[2]: row[3] for row in rows}
    erased = set(Erasure.objects.values_list("subject", "wall"))
    # Per stream: how many listings, the sum of their hashes, the last position.
    found: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    entered: set[tuple[str, str]] = set()
    chain, position = b"", 0
    for row in _listed(db, last):
        if row[0] != position + 1:
            return f"position {position + 1} is missing, or the fact it lists is gone"
        position = row[0]
        try:
            fact = store.from_row(row[3:])
        except WasChanged:
            return f"position {position}: the body was changed"
        if row[1] not in names:
            return f"position {position}: its stream is gone"
        chain = chain_hash(chain, position, names[row[1]], envelope_hash(fact))
        if chain != bytes(row[2]):
            return f"position {position}: the envelope or the listing was changed"
        wrong = _body(fact, erased)
        if wrong:
            return f"position {position}: {wrong}"
        stream = found[row[1]]
        stream[0] += 1
        stream[1] = (stream[1] + id_sum(id_bytes(fact.id))) % (1 << 64)
        stream[2] = position
        arrival = arrival_of(names[row[1]])
        if arrival:
            entered.add((fact.subject, arrival))
        if expected_head and position == expected_head[0] and chain.hex() != expected_head[1]:
            return f"position {position}: the neighbour kept another head"
    if (last, last_chain) != (position, chain):
        return f"position {position}: the head says {last}"
    if expected_head and expected_head[0] > position:
        return f"position {position}: the neighbour kept a head at {expected_head[0]}"
    for _, _, stream_id, name, count, total, last_listed in rows:
        if stream_id is not None and [count, int(total, 16), last_listed] != found[stream_id]:
            return f"stream {name}: its count, sum or last position is not that of its listings"
    return _beside_the_listings(db, entered)


def _body(fact: WireFact, erased: set[tuple[str, str]]) -> str | None:
    """What is wrong with a fact's body. One that was erased is gone, every other is as it was told."""
    may_go = fold.is_erasable(fact.kind)
    if fact.body is None:
        # An erasure may have come after all of them were read.
        told = Erasure.objects.filter(subject=fact.subject, wall=fact.wall)
        return None if may_go and told.exists() else "the body is gone and nobody erased it"
    if digest_of(bytes.fromhex(fact.salt or ""), fact.body).hex() != fact.digest:
        return "the body was changed"
    return "the body was erased, and is there again" if may_go and (fact.subject, fact.wall) in erased else None


def _listed(db: Sql, last: int) -> Iterator[Row]:
    """(position, stream, chain, columns of the fact) up to a position, in its order."""
    after = 0
    page = f"SELECT * FROM journal_listing WHERE position > %s AND position <= %s ORDER BY position LIMIT {CHUNK}"
    statement = store.select_listed(f"({page})", "l.position, l.stream, l.chain")
    while rows := db.rows(statement, [after, last]):
        yield from rows
        after = rows[-1][0]


def _beside_the_listings(db: Sql, entered: set[tuple[str, str]]) -> str | None:
    """What no listing shows: envelopes that nothing lists, bodies of nobody, people whom a stream has forgotten."""
    found = db.rows(
        "SELECT e.id FROM journal_envelope e LEFT JOIN journal_listing l ON l.fact = e.id WHERE l.fact IS NULL LIMIT 1"
    )
    if found:
        return f"fact {text_ids(found)[0]} is listed nowhere: nobody told it"
    found = db.rows(
        "SELECT b.id FROM journal_body b LEFT JOIN journal_envelope e ON e.id = b.id WHERE e.id IS NULL LIMIT 1"
    )
    if found:
        return f"body {text_ids(found)[0]} belongs to no fact: nobody told it"
    forgotten = entered - set(Entered.objects.values_list("subject", "arrival"))
    return f"subject {min(forgotten)[0]} is listed in an arrival that it never entered" if forgotten else None


def rebuild() -> list[str]:
    """Folds every table again from nothing; gives a line for every row that was not what the facts add up to."""
    tables = sorted({kind.into for kind in KINDS.values()} | {Verdict}, key=lambda model: model._meta.db_table)
    with writing() as (db, _):
        for model in tables:
            name = model._meta.db_table
            db.run(f'CREATE TEMPORARY TABLE "old_{name}" AS SELECT * FROM "{name}"')
            db.run(f'DELETE FROM "{name}"')
        _fold_everything(db)
        different = [line for model in tables for line in _differences(db, model)]
        for model in tables:
            db.run(f'DROP TABLE "old_{model._meta.db_table}"')
    return different


def _fold_everything(db: Sql) -> None:
    after: str | None = None
    while True:
        facts = store.foldable(db, after, CHUNK)
        if not facts:
            return
        after = facts[-1].id
        understood = []
        for fact in facts:
            try:
                one = store.understand(fact)
            except NotUnderstood:
                continue
            if one is not None:
                understood.append(one)
        fold.fold_safely(db, understood)


def _differences(db: Sql, model: type[models.Model]) -> Iterator[str]:
    name = model._meta.db_table
    # Numbers that only the database gave are no part of what the facts say.
    compared = [field for field in columns(model) if not isinstance(field, models.AutoField | SealedField)]
    fields = ", ".join(_comparable(field) for field in compared)
    for this, other, what in ((f"old_{name}", name, "should not be there"), (name, f"old_{name}", "was missing")):
        rows = db.rows(f'SELECT {fields} FROM "{this}" EXCEPT SELECT {fields} FROM "{other}"')
        for row in rows:
            yield f"{name}: {_shown(row[0])} {what}"
    yield from _sealed_otherwise(db, model)


def _comparable(field: "models.Field[Any, Any]") -> str:
    is_json = isinstance(field, models.JSONField) and connection.vendor == "postgresql"
    return f'CAST("{field.column}" AS text)' if is_json else f'"{field.column}"'


def _sealed_otherwise(db: Sql, model: type[models.Model]) -> Iterator[str]:
    """Rows whose sealed fields say something else; nothing is sealed twice alike, so both are opened."""
    fields = sealed_fields(model)
    name, key = model._meta.db_table, model._meta.pk.column
    columns = ", ".join(f'{of}."{field.column}"' for of in ("old", "new") for field in fields)
    both = f'SELECT new."{key}", {columns} FROM "old_{name}" old JOIN "{name}" new ON old."{key}" = new."{key}"'
    for row in db.rows(both) if fields else ():
        old, new = row[1 : 1 + len(fields)], row[1 + len(fields) :]
        if any(
            _plain(field, was, row[0]) != _plain(field, is_now, row[0])
            for field, was, is_now in zip(fields, old, new, strict=True)
        ):
            yield f"{name}: {_shown(row[0])} was not what the facts say"


def _plain(field: SealedField, value: Any, row: Any) -> Any:
    try:
        return field.opened(bytes(value), row)
    except WasChanged:
        return WasChanged


def _shown(value: Any) -> str:
    from .fields import from_database

    return str(from_database(value)) if isinstance(value, bytes | memoryview) else str(value)
