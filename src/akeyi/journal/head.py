"""The head of the journal: one row, locked first by whoever writes."""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from . import clock
from .ids import new_id, uuid7
from .models import Head
from .sql import Row, Sql


@dataclass(slots=True)
class HeadRow:
    """The head while it is locked."""

    position: int
    chain: bytes
    epoch: str
    device: str
    n: int
    clock: str

    def next(self, now_ms: int) -> tuple[int, str]:
        """The server's own next n and clock reading."""
        self.n += 1
        self.clock = clock.tick(self.clock, now_ms)
        return self.n, self.clock

    def save(self, db: Sql) -> None:
        db.run(
            "UPDATE journal_head SET position = %s, chain = %s, n = %s, clock = %s WHERE id = 1",
            [self.position, self.chain, self.n, self.clock],
        )


def random_id() -> str:
    """An id that tells nothing, not even when it was made."""
    return uuid7(int.from_bytes(os.urandom(6), "big"), os.urandom(10))


@contextmanager
def writing() -> Iterator[tuple[Sql, HeadRow]]:
    """One transaction under the head's lock; the head is saved at its end."""
    with _in_turn(), transaction.atomic():
        db = Sql()
        head = lock(db)
        yield db, head
        head.save(db)
        db.flush()


# Threads of one process.
_TURN = threading.Lock()


@contextmanager
def _in_turn() -> Iterator[None]:
    """SQLite lets writers in by polling, so under load some wait long; a lock on a file beside it wakes the next at
    once. Whoever is inside a transaction has the database already and must not wait for those who wait for it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with _TURN, open(f"{connection.settings_dict['NAME']}-turn", "a") as file:  # noqa: PTH123
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lock(db: Sql) -> HeadRow:
    """Locks the head. On SQLite the transaction began IMMEDIATE, so it is locked already."""
    suffix = " FOR UPDATE" if db.vendor == "postgresql" else ""
    statement = f"SELECT position, chain, epoch, device, n, clock FROM journal_head WHERE id = 1{suffix}"
    rows = db.rows(statement)
    if not rows:
        db.run(
            "INSERT INTO journal_head (id, position, chain, epoch, device, n, clock) VALUES (1, 0, %s, %s, %s, 0, %s)"
            " ON CONFLICT (id) DO NOTHING",
            [b"", db.id(random_id()), db.id(new_id()), clock.ZERO],
        )
        rows = db.rows(statement)
    return _from_row(rows[0])


def _from_row(row: Row) -> HeadRow:
    from .sql import text_ids

    return HeadRow(row[0], bytes(row[1]), text_ids([row], 2)[0], text_ids([row], 3)[0], row[4], row[5])


def current() -> Head | None:
    """The head as it stands, unlocked; None before the first fact."""
    return Head.objects.filter(id=1).first()


def new_epoch() -> str:
    """Starts a new epoch, as a restored or copied server must before it serves."""
    epoch = random_id()
    Head.objects.filter(id=1).update(epoch=epoch)
    return epoch
