"""Everything that can be worked out about a fact before the head is locked: while it is, everybody else waits."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DatabaseError

from . import store
from .declare import NotUnderstood, Understood
from .envelope import WireFact, digest_of, envelope_hash, id_sum
from .ids import id_bytes
from .rows import entry_row
from .sql import Row

# What a value that a database cannot hold raises; anything else is a defect of ours and must be seen.
FAULTS = (DatabaseError, ValueError, OverflowError)


@dataclass(slots=True)
class Prepared:
    """A fact that can be stored, understood or not, with its rows and its hashes."""

    fact: WireFact
    understood: Understood | None = None
    reason: str | None = None  # why it is set aside
    key: Any = field(init=False)  # its id as the database takes it
    envelope: Row = field(init=False)
    body: Row | None = field(init=False)
    hash: bytes = field(init=False)
    sum: int = field(init=False)  # what it adds to its stream's sum

    def __post_init__(self) -> None:
        fact = self.fact
        self.envelope, self.body = store.rows_of(fact)
        self.key = self.envelope[0]
        self.hash = envelope_hash(fact)
        self.sum = id_sum(id_bytes(fact.id))
        if self.understood is not None and self.understood.kind.shape == "entry":
            # A fault is found again, and named, where the fact is folded.
            with suppress(*FAULTS):
                self.understood.row = entry_row(self.understood)


def prepare(fact: WireFact) -> Prepared:
    """The fact with its body read; where that is not possible, with the reason."""
    try:
        return Prepared(fact, store.understand(fact))
    except NotUnderstood as why:
        return Prepared(fact, None, str(why))


def what_is_wrong(fact: WireFact) -> str | None:
    """Why this is no fact that a journal can hold; None where it is one."""
    if fact.body is not None and (
        fact.salt is None or digest_of(bytes.fromhex(fact.salt), fact.body).hex() != fact.digest
    ):
        return "digest"
    try:
        datetime.fromisoformat(fact.at)
    except ValueError:
        return "time"
    if fact.body is not None and "\x00" in fact.body:
        return "text"  # never JSON, and PostgreSQL keeps no such text
    return None if 0 < fact.n < 1 << 62 and 0 < fact.version < 1 << 15 else "number"
