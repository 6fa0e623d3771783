"""Copies the database while it serves, and opens the copy to see that it is whole."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db.backends.postgresql.base import DatabaseWrapper

from .sqlcipher import base as sqlcipher

HEAD = "SELECT position, chain FROM journal_head WHERE id = 1"
DEBIANS = Path("/usr/lib/postgresql")


class BackupError(Exception):
    """A backup that is none; says what to do, and holds nothing of what the database says."""


@dataclass(frozen=True)
class Backup:
    """What was copied: the journal up to which position, in how many bytes."""

    position: int
    bytes: int


def copy(database: dict[str, Any], to: Path, force: bool = False) -> Backup:
    """Copies the database of Django's settings into one file; nothing new is at `to` unless it is whole."""
    if to.exists() and not force:
        raise BackupError(f"{to} is there already. Choose another name, or overwrite it with --force.")
    if not to.parent.is_dir():
        raise BackupError(f"There is no folder {to.parent}.")
    beside = to.with_name(f".{to.name}.{os.getpid()}")
    # Nobody else may read it, from the first byte on.
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        copy_it = _copy_postgres if database["ENGINE"].endswith("postgresql") else _copy_sqlite
        position = copy_it(database, beside)
        flush(beside)
        beside.replace(to)
        flush(to.parent)
    finally:
        beside.unlink(missing_ok=True)
    return Backup(position, to.stat().st_size)


def _copy_sqlite(database: dict[str, Any], to: Path) -> int:
    name = Path(database["NAME"])
    if not name.exists():
        raise BackupError("There is no database to copy yet.")
    # The copy of an encrypted database is encrypted, under the newest key.
    connect: Any = sqlcipher.connect if database["ENGINE"] == sqlcipher.ENGINE else sqlite3.connect
    source = connect(f"file:{quote(str(name))}?mode=ro", uri=True, isolation_level=None, timeout=20)
    target = connect(str(to), isolation_level=None)
    try:
        # The copy is made inside this reading transaction, so it is of the moment whose head we read, however many
        # facts arrive meanwhile; and in one go, since a copy in steps begins again whenever somebody writes.
        source.execute("BEGIN")
        head = _head(source)
        source.backup(target, pages=-1)
        source.execute("COMMIT")
        # One file: the write-ahead log would be a second one that a courier forgets.
        target.execute("PRAGMA journal_mode=DELETE")
        whole = target.execute("PRAGMA integrity_check").fetchall()
        if whole != [("ok",)] or _head(target) != head:
            raise BackupError("The copy is not whole. The disk it was written to may be failing: try another.")
    except (sqlite3.Error, sqlcipher.Database.Error) as failed:
        raise BackupError("The copy could not be written. Is there room on the disk?") from failed
    finally:
        source.close()
        target.close()
    return head[0]


def _head(connection: Any) -> tuple[int, bytes]:
    try:
        row = connection.execute(HEAD).fetchone()
    except (sqlite3.OperationalError, sqlcipher.Database.OperationalError) as failed:
        raise BackupError("This database holds no journal yet: akeyi serve makes one.") from failed
    return (row[0], bytes(row[1])) if row else (0, b"")


def _copy_postgres(database: dict[str, Any], to: Path) -> int:
    dump, restore = _program("pg_dump"), _program("pg_restore")
    address = {"host": database["HOST"], "port": database["PORT"], "user": database["USER"], "dbname": database["NAME"]}
    address = {name: value for name, value in address.items() if value}
    # A connection of its own: its transaction stays open while the copy is made, so that both are of one moment.
    with closing(DatabaseWrapper(database, "backup")) as connection, connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        cursor.execute(HEAD)
        row = cursor.fetchone()
        position, chain = (row[0], bytes(row[1])) if row else (0, b"")
        cursor.execute("SELECT pg_export_snapshot()")
        exported = cursor.fetchone()
        words = [f"--{name}={value}" for name, value in address.items()]
        # The password goes by the environment: a command line can be read by everybody on the machine.
        secret = {"PGPASSWORD": database["PASSWORD"]} if database["PASSWORD"] else {}
        _run([dump, "--format=custom", f"--snapshot={exported[0]}", f"--file={to}", *words], secret)
    kept = _run([restore, "--data-only", "--table=journal_head", "--file=-", str(to)], {})
    rows = [line.split("\t") for line in kept.splitlines() if line.startswith("1\t")]
    same = any(str(position) in fields and f"\\\\x{chain.hex()}" in fields for fields in rows)
    if not same and (row is not None or rows):
        raise BackupError("The copy is not whole. The disk it was written to may be failing: try another.")
    return position


def _program(name: str) -> str:
    found = shutil.which(name)
    debians = sorted(DEBIANS.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if found is None and not debians:
        raise BackupError(f"A copy of PostgreSQL needs its program {name}: install the package postgresql-client.")
    return found or str(debians[-1])


def _run(command: Sequence[str], secret: dict[str, str]) -> str:
    done = subprocess.run(command, env=os.environ | secret, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if done.returncode:
        # What the program said may repeat a row.
        raise BackupError(f"{Path(command[0]).name} did not work: is it as new as the server, and is there room?")
    return done.stdout.decode()


def flush(path: Path) -> None:
    """Makes the disk keep a file, or what a folder says is in it."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
