"""Facts are listed in streams (scope × wall); a position numbers a listing, without gaps.

A subject belongs to every arrival that one of its facts names or that another fact brings it into, so a fact is
listed again whenever its subject enters an arrival. Nothing is filtered at reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Any

from . import fold, store
from .declare import Understood
from .envelope import WireFact, chain_hash, stream_name
from .fields import as_key
from .head import HeadRow
from .prepare import Prepared
from .sql import Row, Sql, text_ids

# Facts that may not reach a tablet yet (not understood here, or held back) are listed for servers only.
ASIDE = "/aside"


def enlist(
    db: Sql,
    head: HeadRow,
    facts: list[tuple[Prepared, bool]],
    *,
    new_subjects: Set[str] = frozenset(),
    are_new: bool = True,
    decided: Iterable[Understood] = (),
) -> None:
    """Lists facts, and again every earlier fact whose subject they bring into an arrival. The flag: set aside.

    `new_subjects` are those of whom only these facts speak.
    `decided` are facts listed long ago about which something was decided: what they bring may be different now.
    """
    entering = {
        (one.fact.subject, arrival) for one, is_aside in facts if not is_aside for arrival in one.fact.scope.arrivals
    }
    brought = [one.understood for one, is_aside in facts if one.understood and not is_aside]
    entering |= _brought(db, [*brought, *decided])
    entered = _entered(db, {one.fact.subject for one, _ in facts} | {subject for subject, _ in entering})
    new = {(subject, arrival) for subject, arrival in entering if arrival not in entered[subject]}
    db.many(
        "INSERT INTO journal_entered (subject, arrival) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        [(db.id(subject), db.id(arrival)) for subject, arrival in sorted(new)],
    )
    for subject, arrival in new:
        entered[subject].add(arrival)
    wanted: list[tuple[Prepared, str]] = []
    for one, is_aside in facts:
        fact = one.fact
        arrivals = entered[fact.subject] if not is_aside else fact.scope.arrivals
        end = fact.wall + ASIDE if is_aside else fact.wall
        scopes: list[str | None] = [*sorted(arrivals)] or [None]
        wanted += [(one, stream_name(fact.scope.site, scope, end)) for scope in scopes]
    here = {one.fact.id for one, _ in facts}
    earlier = _earlier(db, {subject for subject, _ in new} - new_subjects, here)
    for one in earlier:
        wanted += [
            (one, stream_name(one.fact.scope.site, arrival, one.fact.wall))
            for subject, arrival in sorted(new)
            if subject == one.fact.subject
        ]
    _append(db, head, wanted, earlier if are_new else [*earlier, *(one for one, _ in facts)])


def list_again(db: Sql, head: HeadRow, ids: Iterable[str]) -> None:
    """Lists facts in the streams they belong to, as when they are taken in or understood after all."""
    facts = store.foldable_by_id(db, set(ids))
    refused = fold.refused(db, facts)
    prepared = [Prepared(fact, store.understand(fact)) for fact in sorted(facts, key=_in_order)]
    standing = [(one, False) for one in prepared if one.fact.id not in refused]
    decided = [one.understood for one in prepared if one.understood and one.fact.id in refused]
    enlist(db, head, standing, are_new=False, decided=decided)


def _brought(db: Sql, facts: list[Understood]) -> set[tuple[str, str]]:
    """Which subjects these facts bring into which arrivals, as their kinds say."""
    entering: set[tuple[str, str]] = set()
    for kind in {fact.kind.name: fact.kind for fact in facts if fact.kind.brings}.values():
        if kind.brings:
            db.flush()
            entering |= kind.brings([fact for fact in facts if fact.kind is kind])
    return entering


def _entered(db: Sql, subjects: set[str]) -> dict[str, set[str]]:
    entered: dict[str, set[str]] = defaultdict(set)
    for row in db.where_id_in("SELECT subject, arrival FROM journal_entered WHERE subject IN ({ids})", subjects):
        entered[text_ids([row])[0]].add(text_ids([row], 1)[0])
    return entered


def _earlier(db: Sql, subjects: set[str], without: set[str]) -> list[Prepared]:
    """What is listed about these subjects already; neither what is not understood here, nor what is refused."""
    if not subjects:
        return []
    facts = store.foldable_by_id(db, set(store.ids_by_subject(db, subjects)) - without)
    refused = fold.refused(db, facts)
    return [Prepared(fact) for fact in sorted(facts, key=_in_order) if fact.id not in refused]


def _in_order(fact: WireFact) -> tuple[str, str]:
    return fact.clock, fact.id


def _append(db: Sql, head: HeadRow, wanted: list[tuple[Prepared, str]], may_repeat: list[Prepared]) -> None:
    if not wanted:
        return
    streams = _streams(db, {name for _, name in wanted})
    listed: set[tuple[Any, int]] = set()
    if may_repeat:
        statement = "SELECT fact, stream FROM journal_listing WHERE fact IN ({ids})"
        listed = {(as_key(row[0]), row[1]) for row in db.where_key_in(statement, [one.key for one in may_repeat])}
    rows: list[Row] = []
    for one, name in wanted:
        stream = streams[name]
        if (one.key, stream.id) in listed:
            continue
        listed.add((one.key, stream.id))
        head.position += 1
        head.chain = chain_hash(head.chain, head.position, name, one.hash)
        stream.count += 1
        stream.sum += one.sum
        stream.last = head.position
        rows.append((head.position, stream.id, one.key, head.chain))
    db.add("journal_listing", "position, stream, fact, chain", rows)
    db.many(
        "INSERT INTO journal_stream (id, name, count, sum, last) VALUES (%s, %s, %s, %s, %s) ON CONFLICT (id)"
        " DO UPDATE SET count = excluded.count, sum = excluded.sum, last = excluded.last",
        [
            (one.id, name, one.count, f"{one.sum % (1 << 64):016x}", one.last)
            for name, one in streams.items()
            if one.last > one.was_last
        ],
    )


class _StreamRow:
    __slots__ = ("count", "id", "last", "sum", "was_last")

    def __init__(self, row: Row) -> None:
        self.id, self.count, self.sum, self.last = row[0], row[2], int(row[3], 16), row[4]
        self.was_last = self.last


def _streams(db: Sql, names: set[str]) -> dict[str, _StreamRow]:
    select = f"SELECT id, name, count, sum, last FROM journal_stream WHERE name IN ({','.join(['%s'] * len(names))})"
    rows = db.rows(select, sorted(names))
    missing = names - {row[1] for row in rows}
    if missing:
        db.many(
            "INSERT INTO journal_stream (name, count, sum, last) VALUES (%s, %s, %s, %s)",
            [(name, 0, "0" * 16, 0) for name in sorted(missing)],
        )
        rows = db.rows(select, sorted(names))
    return {row[1]: _StreamRow(row) for row in rows}
