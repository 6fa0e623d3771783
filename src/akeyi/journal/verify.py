"""Proves that nothing in the journal was changed by hand, and that the tables are what the facts add up to."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, models, transaction

from . import fold, store
from .declare import NotUnderstood
from .envelope import chain_hash, digest_of, envelope_hash, id_sum
from .head import lock
from .ids import id_bytes
from .models import Erasure, Stream, Verdict
from .registry import KINDS
from .sql import Sql, columns

CHUNK = 2000


def verify(expected_head: tuple[int, str] | None = None) -> str | None:
    """What is wrong with the journal, in one sentence, or None. `expected_head`: (position, chain in hex) a
    neighbour kept."""
    db = Sql()
    names = dict(Stream.objects.values_list("id", "name"))
    erased = set(Erasure.objects.values_list("subject", "wall"))
    chain, position = b"", 0
    sums: dict[int, list[int]] = {pk: [0, 0] for pk in names}
    while True:
        rows = db.rows(
            store.select_by_position(f"l.position > %s ORDER BY l.position LIMIT {CHUNK}"), [position]
        )
        chains = dict(
            db.rows(f"SELECT position, chain FROM journal_listing WHERE position > %s ORDER BY position LIMIT {CHUNK}", [position])
        )
        if len(chains) != len(rows):
            return f"position {min(set(chains) - {row[0] for row in rows})}: the fact it lists is gone"
        for row in rows:
            if row[0] != position + 1:
                return f"position {position + 1} is missing"
            position = row[0]
            fact = store.from_row(row[2:])
            if row[1] not in names:
                return f"position {position}: its stream is gone"
            chain = chain_hash(chain, position, names[row[1]], envelope_hash(fact))
            if chain != bytes(chains[position]):
                return f"position {position}: the envelope or the listing was changed"
            if fact.body is None:
                if (fact.subject, fact.wall) not in erased:
                    return f"position {position}: the body is gone and nobody erased it"
            elif digest_of(bytes.fromhex(fact.salt or ""), fact.body).hex() != fact.digest:
                return f"position {position}: the body was changed"
            sums[row[1]][0] += 1
            sums[row[1]][1] = (sums[row[1]][1] + id_sum(id_bytes(fact.id))) % (1 << 64)
            if expected_head and position == expected_head[0] and chain.hex() != expected_head[1]:
                return f"position {position}: the neighbour kept another head"
        if len(rows) < CHUNK:
            break
    head = db.rows("SELECT position, chain FROM journal_head WHERE id = 1")
    if head and (head[0][0], bytes(head[0][1])) != (position, chain):
        return f"position {position}: the head says {head[0][0]}"
    if expected_head and expected_head[0] > position:
        return f"position {position}: the neighbour kept a head at {expected_head[0]}"
    for row in Stream.objects.all():
        if [row.count, int(row.sum, 16)] != sums[row.pk]:
            return f"stream {row.name}: its count or sum is not that of its listings"
    return None


def rebuild() -> list[str]:
    """Folds every table again from nothing; gives a line for every row that was not what the facts add up to."""
    tables = sorted({kind.into for kind in KINDS.values()} | {Verdict}, key=lambda model: model._meta.db_table)
    with transaction.atomic():
        db = Sql()
        lock(db)
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
        facts = store.everything(db, after, CHUNK)
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
    compared = [field for field in columns(model) if not isinstance(field, models.AutoField)]
    fields = ", ".join(_comparable(field) for field in compared)
    for this, other, what in ((f"old_{name}", name, "should not be there"), (name, f"old_{name}", "was missing")):
        rows = db.rows(f'SELECT {fields} FROM "{this}" EXCEPT SELECT {fields} FROM "{other}"')
        for row in rows:
            yield f"{name}: {_shown(row[0])} {what}"


def _comparable(field: models.Field) -> str:
    is_json = isinstance(field, models.JSONField) and connection.vendor == "postgresql"
    return f'CAST("{field.column}" AS text)' if is_json else f'"{field.column}"'


def _shown(value: Any) -> str:
    from .fields import from_database

    return str(from_database(value)) if isinstance(value, bytes | memoryview) else str(value)
