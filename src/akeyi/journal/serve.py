"""What a neighbour reads: every listing after its position, stream by stream, and what to compare afterwards."""

from collections import defaultdict
from typing import Any

from .envelope import WireFact
from .head import current
from .models import Stream
from .sql import Row, Sql
from .store import by_subject, from_row, select_by_position

PAGE = 2000


def pull(streams: list[str], after: dict[str, int], limit: int = PAGE) -> dict[str, Any]:
    """The next facts of `streams`, each after its position in `after` (0 where it is not named).

    Gives {"streams": {name: {"count", "hash"}}, "facts": [fact + "stream" + "position"], "more": bool}, facts in the
    order of positions.
    """
    limit = max(1, min(limit, PAGE))
    db = Sql()
    found = {row.name: row for row in Stream.objects.filter(name__in=streams)}
    # Nothing listed after this moment is given, or count and hash would not be those of what was given.
    newest = max((row.last for row in found.values()), default=0)
    by_cursor: dict[int, list[int]] = defaultdict(list)
    for name, row in found.items():
        cursor = after.get(name, 0)
        if row.last > cursor:
            by_cursor[cursor].append(row.pk)
    names = {row.pk: name for name, row in found.items()}
    rows: list[Row] = []
    for cursor, ids in by_cursor.items():
        marks = ",".join(["%s"] * len(ids))
        where = f"l.stream IN ({marks}) AND l.position > %s AND l.position <= %s ORDER BY l.position LIMIT {limit + 1}"
        rows += db.rows(select_by_position(where), [*ids, cursor, newest])
    rows.sort(key=lambda row: row[0])
    facts = [as_json(from_row(row[2:])) | {"stream": names[row[1]], "position": row[0]} for row in rows[:limit]]
    return {
        "streams": {
            name: {"count": found[name].count, "hash": found[name].sum}
            if name in found
            else {"count": 0, "hash": "0" * 16}
            for name in streams
        },
        "facts": facts,
        "more": len(rows) > limit,
    }


def as_json(fact: WireFact) -> dict[str, Any]:
    """A fact as it travels."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "version": fact.version,
        "subject": fact.subject,
        "wall": fact.wall,
        "scope": {"site": fact.scope.site, "arrivals": fact.scope.arrivals},
        "at": fact.at,
        "clock": fact.clock,
        "device": fact.device,
        "n": fact.n,
        "worker": fact.worker,
        "salt": fact.salt,
        "digest": fact.digest,
        "body": fact.body,
    }


def epoch() -> str | None:
    """This server's epoch; None before the first fact."""
    head = current()
    return head.epoch if head else None


def holes(device: str) -> tuple[list[tuple[int, int]], list[int]]:
    """What a device told with gaps: the missing runs of n (first, last), and each n told twice by copies of it."""
    db = Sql()
    rows = db.rows("SELECT n, COUNT(*) FROM journal_envelope WHERE device = %s GROUP BY n ORDER BY n", [db.id(device)])
    missing, twice, expected = [], [], 1
    for n, times in rows:
        if n > expected:
            missing.append((expected, n - 1))
        if times > 1:
            twice.append(n)
        expected = n + 1
    return missing, twice


def last_n(device: str) -> int:
    """The highest n heard from a device."""
    db = Sql()
    return int(db.rows("SELECT COALESCE(MAX(n), 0) FROM journal_envelope WHERE device = %s", [db.id(device)])[0][0])


def history(subject: str) -> list[WireFact]:
    """Everything said about a subject, in the order of clocks."""
    return sorted(by_subject(Sql(), [subject]), key=lambda fact: (fact.clock, fact.id))
