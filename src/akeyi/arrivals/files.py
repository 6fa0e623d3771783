"""Files of lists that were sent: kept outside the database until the arrival closes, so that one can be read again."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

# A file that was looked at and not kept as a list is forgotten after this.
UNDECIDED_FOR = timedelta(days=1)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Sent:
    """What is known of a file besides its bytes. `manifest`: the list that was kept from it, if it was."""

    name: str
    said_by: str
    at: str
    manifest: str | None = None
    # Where it was given: an arrival that is not announced yet is of no site.
    site: str | None = None


def keep(arrival: str, file: str, data: bytes, sent: Sent) -> None:
    """Keeps a file under an id of ours: its own name may say anything."""
    folder = _folder(arrival)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(_path(arrival, file), data)
    note(arrival, file, sent)


def note(arrival: str, file: str, sent: Sent) -> None:
    """Writes down what is known of a kept file."""
    _write(_path(arrival, file).with_suffix(".json"), json.dumps(asdict(sent)).encode())


def read(arrival: str, file: str) -> tuple[bytes, Sent] | None:
    """A kept file and what is known of it; None where it is gone."""
    path = _path(arrival, file)
    try:
        return path.read_bytes(), Sent(**json.loads(path.with_suffix(".json").read_text()))
    except FileNotFoundError:
        return None


def forget(arrival: str, file: str | None = None) -> int:
    """Deletes one file, or every file of an arrival; says how many there were."""
    folder = _folder(arrival)
    paths = list(folder.iterdir()) if folder.is_dir() else []
    if file is not None:
        paths = [path for path in paths if path.stem == file]
    for path in paths:
        path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    return sum(path.suffix == "" for path in paths)


def forget_undecided(arrival: str, now: datetime) -> int:
    """Deletes files that were looked at and never kept as a list; says how many there were."""
    folder, gone = _folder(arrival), 0
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        sent = Sent(**json.loads(path.read_text()))
        if sent.manifest is None and now - datetime.fromisoformat(sent.at) > UNDECIDED_FOR:
            gone += forget(arrival, path.stem)
    return gone


def of(arrival: str) -> list[tuple[str, Sent]]:
    """The files kept for an arrival, the latest first."""
    folder = _folder(arrival)
    found = [(path.stem, Sent(**json.loads(path.read_text()))) for path in folder.glob("*.json")]
    return sorted(found, key=lambda one: one[1].at, reverse=True)


def arrivals_with_files() -> list[str]:
    """Arrivals of which a file is kept."""
    place = settings.VAR / "lists"
    return sorted(one.name for one in place.iterdir() if _ID.fullmatch(one.name)) if place.is_dir() else []


def _folder(arrival: str) -> Path:
    if not _ID.fullmatch(arrival):
        raise ValueError("no arrival is called so")
    return settings.VAR / "lists" / arrival


def _path(arrival: str, file: str) -> Path:
    if not _ID.fullmatch(file):
        raise ValueError("no file is called so")
    return _folder(arrival) / file


def _write(path: Path, data: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(data)
