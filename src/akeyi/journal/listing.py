"""Facts are listed in streams (scope × wall); a position numbers a listing, without gaps.

A subject belongs to every arrival that one of its facts names or that another fact brings it into, so a fact is
listed again whenever its subject enters an arrival. Nothing is filtered at reading.
"""

from collections import defaultdict
from collections.abc import Iterable

from . import fold, store
from .declare import Understood
from .envelope import WireFact, chain_hash, envelope_hash, id_sum, stream_name
from .head import HeadRow
from .ids import id_bytes
from .sql import Row, Sql, text_ids

# Facts that may not reach a tablet yet (not understood here, or held back) are listed for servers only.
ASIDE = "/aside"


def enlist(
    db: Sql,
    head: HeadRow,
    facts: list[tuple[WireFact, Understood | None, bool]],
    are_new: bool = True,
    decided: list[Understood] | None = None,
) -> None:
    """Lists facts, and again every earlier fact whose subject they bring into an arrival. The flag: set aside.

    `decided` are facts listed long ago about which something was decided: what they bring may be different now.
    """
    entering = {
        (fact.subject, arrival) for fact, _, is_aside in facts if not is_aside for arrival in fact.scope.arrivals
    }
    entering |= _brought(db, [one for _, one, is_aside in facts if one and not is_aside] + (decided or []))
    entered = _entered(db, {fact.subject for fact, _, _ in facts} | {subject for subject, _ in entering})
    new = {(subject, arrival) for subject, arrival in entering if arrival not in entered[subject]}
    db.many(
        "INSERT INTO journal_entered (subject, arrival) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        [(db.id(subject), db.id(arrival)) for subject, arrival in sorted(new)],
    )
    for subject, arrival in new:
        entered[subject].add(arrival)
    wanted: list[tuple[WireFact, str]] = []
    for fact, _, is_aside in facts:
        arrivals = entered[fact.subject] if not is_aside else set(fact.scope.arrivals)
        scopes: list[str | None] = [*sorted(arrivals)] or [None]
        for scope in scopes:
            name = stream_name(fact.scope.site, scope, fact.wall)
            wanted.append((fact, name + ASIDE if is_aside else name))
    here = {fact.id for fact, _, _ in facts}
    earlier = _earlier(db, {subject for subject, _ in new}, here) if new else []
    for fact in earlier:
        wanted += [
            (fact, stream_name(fact.scope.site, arrival, fact.wall))
            for subject, arrival in sorted(new)
            if subject == fact.subject
        ]
    may_repeat = {fact.id for fact in earlier} | (set() if are_new else here)
    _append(db, head, wanted, may_repeat)


def list_again(db: Sql, head: HeadRow, ids: Iterable[str]) -> None:
    """Lists facts in the streams they belong to, as when they are taken in or understood after all."""
    facts = sorted(store.foldable_by_id(db, set(ids)), key=lambda fact: (fact.clock, fact.id))
    refused = fold.refused(db, facts)
    understood = {fact.id: store.understand(fact) for fact in facts}
    standing = [(fact, understood[fact.id], False) for fact in facts if fact.id not in refused]
    decided = [one for one in understood.values() if one is not None and one.envelope.id in refused]
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


def _earlier(db: Sql, subjects: set[str], without: set[str]) -> list[WireFact]:
    """What is listed about these subjects already; neither what is not understood here, nor what is refused."""
    facts = store.foldable_by_id(db, set(store.ids_by_subject(db, subjects)) - without)
    refused = fold.refused(db, facts)
    return sorted((fact for fact in facts if fact.id not in refused), key=lambda fact: (fact.clock, fact.id))


def _append(db: Sql, head: HeadRow, wanted: list[tuple[WireFact, str]], may_repeat: set[str]) -> None:
    if not wanted:
        return
    streams = _streams(db, {name for _, name in wanted})
    listed: set[tuple[str, int]] = set()
    if may_repeat:
        rows = db.where_id_in("SELECT fact, stream FROM journal_listing WHERE fact IN ({ids})", may_repeat)
        listed = {(text_ids([row])[0], row[1]) for row in rows}
    rows_to_add = []
    hashes: dict[str, bytes] = {}
    for fact, name in wanted:
        stream = streams[name]
        if (fact.id, stream.id) in listed:
            continue
        listed.add((fact.id, stream.id))
        head.position += 1
        if fact.id not in hashes:
            hashes[fact.id] = envelope_hash(fact)
        head.chain = chain_hash(head.chain, head.position, name, hashes[fact.id])
        stream.count += 1
        stream.sum = (stream.sum + id_sum(id_bytes(fact.id))) % (1 << 64)
        stream.last = head.position
        stream.is_changed = True
        rows_to_add.append((head.position, stream.id, db.id(fact.id), head.chain))
    db.many("INSERT INTO journal_listing (position, stream, fact, chain) VALUES (%s, %s, %s, %s)", rows_to_add)
    db.many(
        "UPDATE journal_stream SET count = %s, sum = %s, last = %s WHERE id = %s",
        [(one.count, f"{one.sum:016x}", one.last, one.id) for one in streams.values() if one.is_changed],
    )


class _StreamRow:
    __slots__ = ("count", "id", "is_changed", "last", "sum")

    def __init__(self, row: Row) -> None:
        self.id, self.count, self.sum, self.last = row[0], row[2], int(row[3], 16), row[4]
        self.is_changed = False


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
