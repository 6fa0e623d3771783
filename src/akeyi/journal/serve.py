"""What a neighbour reads: every listing after its position, stream by stream, and what to compare afterwards."""

from typing import Any

from .envelope import WireFact
from .fields import from_database, once_from_database
from .models import Stream
from .sql import Row, Sql
from .store import by_subject, opened, select_listed

PAGE = 2000
# SQLite joins at most 500 queries into one; the others come with the next page.
STREAMS_AT_ONCE = 400


def nothing(streams: list[str]) -> dict[str, Any]:
    """What `pull` answers to whoever may be told of the streams and of no fact in them."""
    found = {row.name: row for row in Stream.objects.filter(name__in=streams)}
    return {"streams": _compared(streams, found), "facts": [], "more": False}


def _compared(streams: list[str], found: dict[str, Stream]) -> dict[str, Any]:
    return {
        name: {"count": found[name].count, "hash": found[name].sum} if name in found else {"count": 0, "hash": "0" * 16}
        for name in streams
    }


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
    behind = [(row.pk, after.get(name, 0)) for name, row in found.items() if row.last > after.get(name, 0)]
    is_more = len(behind) > STREAMS_AT_ONCE
    del behind[STREAMS_AT_ONCE:]
    names = {row.pk: name for name, row in found.items()}
    rows: list[Row] = []
    if behind:
        # Each stream from its own cursor, merged by the database as far as the page goes.
        one = (
            "SELECT position, stream, fact FROM journal_listing WHERE stream = %s AND position > %s AND position <= %s"
        )
        if db.vendor == "postgresql":
            # SQLite reads no stream ahead; PostgreSQL would sort all that is left of each.
            one = f"(SELECT * FROM ({one} ORDER BY position LIMIT {limit + 1}) AS next)"
        merged = " UNION ALL ".join([one] * len(behind))
        rows = db.rows(
            select_listed(f"({merged} ORDER BY position LIMIT {limit + 1})"),
            [value for stream, cursor in behind for value in (stream, cursor, newest)],
        )
    facts = [_listed(row, names[row[1]]) for row in rows[:limit]]
    return {
        "streams": _compared(streams, found),
        "facts": facts,
        "more": is_more or len(rows) > limit,
    }


def _listed(row: Row, stream: str) -> dict[str, Any]:
    """A row of `select_listed` as it travels: `as_json` without the detour, since tablets read by the thousand."""
    salt, body = opened(row[2], row[15], row[16], row[17])
    return {
        "id": once_from_database(row[2]),
        "kind": row[3],
        "version": row[4],
        "subject": once_from_database(row[5]),
        "wall": row[6],
        "scope": {"site": from_database(row[7]), "arrivals": row[8].split(",") if row[8] else []},
        "at": row[9],
        "clock": row[10],
        "device": from_database(row[11]),
        "n": row[12],
        "worker": from_database(row[13]),
        "digest": bytes(row[14]).hex(),
        "salt": salt,
        "body": body,
        "stream": stream,
        "position": row[0],
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
    found = Sql().rows("SELECT epoch FROM journal_head WHERE id = 1")
    return from_database(found[0][0]) if found else None


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
