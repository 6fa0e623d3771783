"""A backup is of one moment, whole, proved, and nobody else's to read."""

import sqlite3
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from akeyi.access.facts.site import SiteRevised
from akeyi.journal.head import current
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.operation import backup
from akeyi.operation.sqlcipher import base as sqlcipher

pytestmark = pytest.mark.django_db(transaction=True)


def is_encrypted() -> bool:
    return connection.settings_dict["ENGINE"] == sqlcipher.ENGINE


def tell_of_a_site(number: int) -> None:
    site = new_id()
    tell(Saying(SiteRevised(code=f"S{number}", name="A place"), site=site, subject=site))


class Tablets:
    """Tells one fact after the other, until it is stopped."""

    def __init__(self, at_least: int) -> None:
        self.told, self.is_over, self.is_going = 0, threading.Event(), threading.Event()
        self.at_least = at_least
        self.failed: Exception | None = None
        self.thread = threading.Thread(target=self._tell)

    def _tell(self) -> None:
        try:
            while not self.is_over.is_set() or self.told < self.at_least:
                tell_of_a_site(self.told)
                self.told += 1
                self.is_going.set()
        except Exception as failed:
            self.failed = failed
        finally:
            self.is_going.set()
            connections.close_all()

    def __enter__(self) -> "Tablets":
        self.thread.start()
        assert self.is_going.wait(timeout=30)
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        self.thread.join(timeout=60)
        assert self.failed is None


def test_a_copy_made_while_tablets_send_is_of_one_moment(tmp_path):
    positions = []
    with Tablets(at_least=20):
        for number in range(5):
            file = tmp_path / f"{number}.backup"
            positions.append(backup.copy(connection.settings_dict, file).position)
            if connection.vendor == "sqlite":
                copied = (sqlcipher.connect if is_encrypted() else sqlite3.connect)(str(file))
                (listed,) = copied.execute("SELECT count(*) FROM journal_listing").fetchone()
                (sites,) = copied.execute("SELECT count(*) FROM access_site").fetchone()
                copied.close()
                assert listed == positions[-1]
                assert sites == positions[-1]
    assert positions == sorted(positions)
    assert 1 <= positions[0] <= positions[-1] <= current().position


def test_the_command_says_in_one_line_what_it_copied(tmp_path, capsys):
    tell_of_a_site(1)
    file = tmp_path / "a day.backup"
    call_command("backup", str(file))
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{file}: the journal up to 1, ")
    assert line.endswith("verified")
    assert [path.name for path in tmp_path.iterdir()] == ["a day.backup"]
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_kept_unless_asked_otherwise(tmp_path):
    file = tmp_path / "yesterday.backup"
    file.write_text("all of yesterday")
    with pytest.raises(CommandError, match="--force"):
        call_command("backup", str(file))
    assert file.read_text() == "all of yesterday"
    call_command("backup", str(file), "--force")
    assert file.stat().st_size > 1000


def test_a_copy_that_is_not_whole_is_not_kept(tmp_path, monkeypatch):
    tell_of_a_site(1)
    if connection.vendor == "sqlite":
        # The disk gives back another head than the one that was written.
        heads = iter([(1, b"as read"), (1, b"as written")])
        monkeypatch.setattr(backup, "_head", lambda _: next(heads))
    else:
        run = backup._run
        monkeypatch.setattr(backup, "_run", lambda command, secret: run(command, secret)[:0])
    with pytest.raises(CommandError, match="not whole"):
        call_command("backup", str(tmp_path / "today.backup"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("backup", str(tmp_path / "usb" / "today.backup"))


def test_a_database_that_is_not_there_is_said(tmp_path):
    nowhere = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "none.sqlite3"}
    with pytest.raises(backup.BackupError, match="no database to copy"):
        backup.copy(nowhere, tmp_path / "today.backup")
    empty = tmp_path / "empty.sqlite3"
    empty.touch()
    with pytest.raises(backup.BackupError, match="no journal yet"):
        backup.copy(nowhere | {"NAME": empty}, tmp_path / "today.backup")


def test_without_the_programs_of_postgresql_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(backup, "DEBIANS", Path(tmp_path))
    with pytest.raises(backup.BackupError, match="postgresql-client"):
        backup.copy({"ENGINE": "django.db.backends.postgresql"}, tmp_path / "today.backup")
