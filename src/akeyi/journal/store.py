"""Envelopes and bodies in and out of their two tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from . import registry
from .declare import SEALED_AT_REST, NotUnderstood, Understood
from .envelope import Scope, WireFact
from .fields import from_database, key_maker
from .sealing import seal, unseal
from .sql import Row, Sql, text_ids

SALT = 16
# No body holds a NUL (prepare.py).
FILL = b"\0"
ENVELOPE_COLUMNS = "id, kind, version, subject, wall, site, arrivals, at, clock, device, n, worker, digest"
_SELECT = (
    "SELECT e.id, e.kind, e.version, e.subject, e.wall, e.site, e.arrivals, e.at, e.clock, e.device, e.n, e.worker,"
    " e.digest, b.salt, b.text, b.sealed FROM journal_envelope e LEFT JOIN journal_body b ON b.id = e.id"
)

_NOT_ASIDE = "NOT EXISTS (SELECT 1 FROM journal_aside a WHERE a.fact = e.id)"


def rows_of(fact: WireFact) -> tuple[Row, Row | None]:
    """The rows of a fact's envelope and body, as the database takes them."""
    as_key = key_maker()
    id, site, device, worker = as_key(fact.id), as_key(fact.scope.site), as_key(fact.device), as_key(fact.worker)
    envelope = (
        id, fact.kind, fact.version, as_key(fact.subject), fact.wall, site, ",".join(fact.scope.arrivals), fact.at,
        fact.clock, device, fact.n, worker, bytes.fromhex(fact.digest),
    )  # fmt: skip
    if fact.body is None or fact.salt is None:
        return envelope, None
    salt = bytes.fromhex(fact.salt)
    if fact.wall in SEALED_AT_REST:
        return envelope, (id, b"", "", seal(salt + fact.body.encode(), *_at(id), FILL))
    return envelope, (id, salt, fact.body, None)


def opened(id: Any, salt: Any, text: str | None, sealed: Any) -> tuple[str | None, str | None]:
    """Salt in hex and text of a body, from the three columns that hold them; both None where it is gone."""
    if sealed is not None:
        plain = unseal(bytes(sealed), *_at(id))
        return plain[:SALT].hex(), plain[SALT:].rstrip(FILL).decode()
    return None if salt is None else bytes(salt).hex(), text


def _at(id: Any) -> tuple[str, Any, str]:
    return "journal_body", id, "sealed"


def insert(db: Sql, envelopes: list[Row], bodies: list[Row]) -> None:
    """Stores new facts."""
    db.add("journal_envelope", ENVELOPE_COLUMNS, envelopes)
    db.add("journal_body", "id, salt, text, sealed", bodies)


def told_of(db: Sql, subjects: Iterable[str]) -> set[str]:
    """Those of these subjects that some fact here speaks of."""
    return set(
        text_ids(
            db.of_keys(
                "SELECT k.id FROM {keys} k WHERE EXISTS (SELECT 1 FROM journal_envelope e WHERE e.subject = k.id)",
                [db.id(one) for one in subjects],
            )
        )
    )


def from_row(row: Row) -> WireFact:
    """One row of envelope and body as a fact."""
    salt, body = opened(row[0], row[13], row[14], row[15])
    return WireFact.model_construct(
        id=from_database(row[0]),
        kind=row[1],
        version=row[2],
        subject=from_database(row[3]),
        wall=row[4],
        scope=Scope.model_construct(site=from_database(row[5]), arrivals=row[6].split(",") if row[6] else []),
        at=row[7],
        clock=row[8],
        device=from_database(row[9]),
        n=row[10],
        worker=from_database(row[11]),
        digest=bytes(row[12]).hex(),
        salt=salt,
        body=body,
    )


def by_id(db: Sql, ids: Iterable[str]) -> list[WireFact]:
    """The facts of these ids that are here."""
    return [from_row(row) for row in db.where_id_in(f"{_SELECT} WHERE e.id IN ({{ids}})", ids)]


def by_subject(db: Sql, subjects: Iterable[str]) -> list[WireFact]:
    """Every fact about these subjects."""
    return [from_row(row) for row in db.where_id_in(f"{_SELECT} WHERE e.subject IN ({{ids}})", subjects)]


def foldable_by_id(db: Sql, ids: Iterable[str]) -> list[WireFact]:
    """The facts of these ids that are here and not set aside."""
    return [from_row(row) for row in db.where_id_in(f"{_SELECT} WHERE e.id IN ({{ids}}) AND {_NOT_ASIDE}", ids)]


def foldable_by_subject(
    db: Sql, subjects: Iterable[str], kinds: set[str], at_hand: Mapping[str, WireFact]
) -> list[WireFact]:
    """The facts of these kinds about these subjects that are not set aside. Those `at_hand` are not read again, unless
    their body has gone."""
    names = ", ".join(f"'{registry.KINDS[name].name}'" for name in sorted(kinds))
    where = f"WHERE e.subject IN ({{ids}}) AND e.kind IN ({names}) AND {_NOT_ASIDE}"
    facts = []
    for row in db.where_id_in(f"{_SELECT} {where}", subjects):
        known = at_hand.get(from_database(row[0]) or "")
        facts.append(known if known is not None and row[14] is not None else from_row(row))
    return facts


def everything(db: Sql, where: str) -> list[WireFact]:
    """The facts that a condition over envelope `e` and body `b` names."""
    return [from_row(row) for row in db.rows(f"{_SELECT} WHERE {where}")]


def ids_by_subject(db: Sql, subjects: Iterable[str]) -> list[str]:
    """The ids of all facts about these subjects."""
    return text_ids(db.where_id_in("SELECT id FROM journal_envelope WHERE subject IN ({ids})", subjects))


def foldable(db: Sql, after: str | None, limit: int) -> list[WireFact]:
    """The facts after an id that are not set aside, in the order of ids."""
    where = "e.id > %s AND " if after else ""
    statement = f"{_SELECT} WHERE {where}{_NOT_ASIDE} ORDER BY e.id LIMIT {limit}"
    return [from_row(row) for row in db.rows(statement, [db.id(after)] if after else [])]


def set_aside(db: Sql, reasons: dict[str, str]) -> None:
    """Marks facts as not understood here, each with its reason; no table shows them until they are."""
    db.many(
        "INSERT INTO journal_aside (fact, reason) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        [(db.id(fact), reason) for fact, reason in reasons.items()],
    )


def select_listed(listings: str, listed: str = "l.position, l.stream") -> str:
    """Facts behind columns of their listings (a table or a query in brackets), in the order of positions."""
    columns = _SELECT.removeprefix("SELECT ").replace(
        "FROM journal_envelope e", f"FROM {listings} l JOIN journal_envelope e ON e.id = l.fact"
    )
    return f"SELECT {listed}, {columns} ORDER BY l.position"


def understand(fact: WireFact) -> Understood | None:
    """The fact with its body read, or None where the body is gone; raises NotUnderstood."""
    kind = registry.kind_of(fact.kind)
    if kind.wall is not None and kind.wall != fact.wall:
        raise NotUnderstood("another wall")
    if fact.version > kind.version or fact.version < 1:
        raise NotUnderstood("newer version")
    if fact.body is None:
        return None
    return Understood(fact, kind, kind.body.understand(fact.version, fact.body))
