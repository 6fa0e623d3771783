"""The keys of what is sealed at rest: in a file of their own, beside the database or far from it, never inside."""

import fcntl
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from akeyi.errors import AkeyiError
from akeyi.errors.server import KEYS_MISSING, KEYS_UNREADABLE


@dataclass(frozen=True)
class Key:
    """One key: `id` (8 hex digits) stands before everything it sealed, `secret` is 64 hex digits."""

    id: str
    secret: str
    made_at: str


@dataclass(frozen=True)
class Ring:
    """All keys of a server. `database`: of the whole file, where SQLCipher keeps it; the last of `sealing` seals."""

    database: str
    sealing: tuple[Key, ...]
    is_rotating: bool = False
    # What the file was encrypted under before: backups of that time need them. The newest first.
    older_databases: tuple[str, ...] = ()

    @property
    def current(self) -> Key:
        return self.sealing[-1]

    @property
    def databases(self) -> tuple[str, ...]:
        """Every key that the file of some time may need, the newest first."""
        return (self.database, *self.older_databases)


def path() -> Path:
    return Path(settings.KEYS)


def ring(is_needed: Callable[[], bool]) -> Ring:
    """The keys as the file has them now; made where there is no file yet, unless something `is_needed` to open."""
    global _known
    # Asked for every value that is sealed: as text, since a Path costs more than the cipher.
    file = os.fspath(settings.KEYS)
    while True:
        try:
            found = os.stat(file)  # noqa: PTH116
        except FileNotFoundError:
            if _known is not None and _known[0][0] == file:
                # The stick was pulled out while we serve: what we read is still ours.
                return _known[1]
            if is_needed():
                raise AkeyiError(KEYS_MISSING, file=path()) from None
            _make()
            continue
        mark = (file, found.st_ino, found.st_size, found.st_mtime_ns)
        if _known is None or _known[0] != mark:
            _known = (mark, _read())
        return _known[1]


# Another process may rotate the keys, so the file is asked each time, but read only where it is another.
_known: tuple[tuple[Any, ...], Ring] | None = None


def is_there() -> bool:
    return path().exists()


def with_new_key(old: Ring) -> Ring:
    """The same with a new key that seals from now on; kept in the file."""
    new = replace(old, sealing=(*old.sealing, _new_key()), is_rotating=True)
    _keep(new)
    return new


def rotated(old: Ring) -> None:
    """Notes that nothing is left under an older key. Older keys stay: backups of their time need them."""
    _keep(replace(old, is_rotating=False))


def with_new_database_key(old: Ring) -> Ring:
    """The same with a new key for the whole file; kept before anything is written under it."""
    new = replace(old, database=secrets.token_hex(32), older_databases=old.databases)
    _keep(new)
    return new


def _new_key() -> Key:
    return Key(secrets.token_hex(4), secrets.token_hex(32), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _read() -> Ring:
    try:
        said = json.loads(path().read_text())
        keys = tuple(Key(**key) for key in said["sealing"])
        ring = Ring(said["database"], keys, bool(said["is_rotating"]), tuple(said.get("older_databases", ())))
        if not keys or any(len(bytes.fromhex(secret)) != 32 for secret in (*ring.databases, *_secrets(keys))):
            raise ValueError("not 256 bits")
        return ring
    except (ValueError, KeyError, TypeError, OSError):
        raise AkeyiError(KEYS_UNREADABLE, file=path()) from None


def _secrets(keys: tuple[Key, ...]) -> list[str]:
    return [key.secret for key in keys]


def _make() -> None:
    """Makes the file; of two processes that try at once, one does."""
    path().parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        # No hard link and no exclusive rename: a stick that comes from a shop knows neither.
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not is_there():
            _keep(Ring(secrets.token_hex(32), (_new_key(),)))
    finally:
        os.close(folder)


def _keep(changed: Ring) -> None:
    """Puts a changed ring in the place of the old one: a power cut leaves the one or the other, whole."""
    _write(changed).replace(path())
    _flush(path().parent)


def _write(what: Ring) -> Path:
    beside = path().with_name(f".{path().name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(asdict(what), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return beside


def _flush(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
