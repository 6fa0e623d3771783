"""Writes the database's file anew, encrypted as a whole under a new key; killed at any moment, it can be said again."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akeyi.journal import keys, sealing

from .backup import flush
from .sqlcipher import base as sqlcipher

AT_ONCE = 1 << 20
IN_USE = "The database is in use. Stop akeyi serve, then say it again; nothing was changed."


class EncryptError(Exception):
    """Why the file was left as it is; says what to do, and holds nothing of what the database says."""


@dataclass(frozen=True)
class Encrypted:
    """What was written anew."""

    tables: int
    rows: int


def left_over(file: Path) -> Path:
    """Where the file of before lies until its bytes are overwritten."""
    return file.with_name(f"{file.name}.before")


def encrypt(file: Path) -> Encrypted:
    """Puts an encrypted copy in the place of the file, plain or not, and overwrites what was there before.

    The copy lies beside until it is whole and proved, so that a power cut leaves the one or the other.
    """
    if not file.exists():
        raise EncryptError("There is no database yet: the first start makes one that is encrypted.")
    beside, before = file.with_name(f"{file.name}.encrypting"), left_over(file)
    with _in_turn(file):
        try:
            _clear(file, beside, before)
            with _alone(file) as (source, old):
                found = _copy(source, beside, _new_key(source, old))
                os.link(file, before)
                beside.replace(file)
                flush(file.parent)
        except (sqlcipher.Database.Error, OSError) as failed:
            raise EncryptError("The copy could not be written; nothing is lost. Is there room on the disk?") from failed
        finally:
            beside.unlink(missing_ok=True)
        try:
            _overwrite(before)
        except OSError as failed:
            raise EncryptError(f"It is encrypted, but {before} could not be overwritten: say it again.") from failed
    return Encrypted(len(found), sum(found.values()))


@contextmanager
def _in_turn(file: Path) -> Iterator[None]:
    """Holds the lock that writers take in turn (journal/head.py), so that two of these commands never meet."""
    with Path(f"{file}-turn").open("a") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise EncryptError(IN_USE) from taken
        yield


def _clear(file: Path, beside: Path, before: Path) -> None:
    """Takes away what an attempt left behind that was cut short."""
    beside.unlink(missing_ok=True)
    if before.exists() and before.samefile(file):
        before.unlink()
    _overwrite(before)


def _new_key(source: Any, old: str | None) -> str:
    """The key to write under: a new one, or that of an attempt that was cut short."""
    if old is None:
        # What the file of keys holds was meant for this file all along.
        return keys.ring(is_needed=lambda: _is_anything_sealed(source)).database
    ring = keys.ring(is_needed=lambda: True)
    return ring.database if old != ring.database else keys.with_new_database_key(ring).database


def _is_anything_sealed(source: Any) -> bool:
    there = {name for _, name, _ in _said(source, "main")}
    asked = [
        f'SELECT 1 FROM "{model._meta.db_table}" WHERE "{column}" IS NOT NULL LIMIT 1'  # noqa: S608 - our own names
        for model, column, _ in sealing.columns()
        if model._meta.db_table in there
    ]
    return any(source.execute(statement).fetchone() for statement in asked)


@contextmanager
def _alone(file: Path) -> Iterator[tuple[Any, str | None]]:
    """A connection beside which there is no other, and no write-ahead log: what it holds is all in the file. And the
    key of the file, None where it is plain."""
    secret = None if sqlcipher.is_plain(file) else sqlcipher.key_of(file)
    source = sqlcipher.Database.connect(str(file), isolation_level=None, timeout=2)
    try:
        if secret is not None:
            source.execute(f"PRAGMA key = {sqlcipher.as_key(secret)}")
        try:
            # Refused while somebody else has the file open.
            source.execute("PRAGMA journal_mode = DELETE")
            source.execute("PRAGMA locking_mode = EXCLUSIVE")
            source.execute("BEGIN EXCLUSIVE")
            source.execute("COMMIT")
        except sqlcipher.Database.OperationalError as failed:
            raise EncryptError(
                "The database is in use. Stop akeyi serve, then say it again; nothing was changed."
            ) from failed
        yield source, secret
    finally:
        source.close()


def _copy(source: Any, to: Path, secret: str) -> dict[str, int]:
    """Copies everything under a key and proves the copy; gives how many rows each table has."""
    # Nobody else may read it, from the first byte on.
    os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    source.execute(f"ATTACH DATABASE ? AS anew KEY {sqlcipher.as_key(secret)}", [str(to)])
    # A copy that was cut short is thrown away: it needs no journal, and one flush at its end.
    source.execute("PRAGMA anew.journal_mode = OFF")
    source.execute("PRAGMA anew.synchronous = OFF")
    source.execute("SELECT sqlcipher_export('anew')")
    rows = _rows(source, "main")
    is_whole = source.execute("PRAGMA anew.integrity_check").fetchall() == [("ok",)]
    if not is_whole or _rows(source, "anew") != rows or _said(source, "anew") != _said(source, "main"):
        raise EncryptError("The copy is not whole; the database is as it was. The disk may be failing: try another.")
    source.execute("DETACH DATABASE anew")
    flush(to)
    return rows


def _said(source: Any, schema: str) -> list[Any]:
    """Tables, indexes and triggers, word for word."""
    found: list[Any] = source.execute(f"SELECT type, name, sql FROM {schema}.sqlite_master ORDER BY 1, 2").fetchall()  # noqa: S608 - ours
    return found


def _rows(source: Any, schema: str) -> dict[str, int]:
    names = [name for kind, name, _ in _said(source, schema) if kind == "table"]
    return {name: source.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0] for name in names}  # noqa: S608 - ours


def _overwrite(file: Path) -> None:
    """Takes a file away, its bytes first: a file that is only deleted can be found again on the disk."""
    if not file.exists():
        return
    with file.open("r+b") as opened:
        for start in range(0, file.stat().st_size, AT_ONCE):
            opened.seek(start)
            opened.write(bytes(min(AT_ONCE, file.stat().st_size - start)))
        opened.flush()
        os.fsync(opened.fileno())
    file.unlink()
    flush(file.parent)
