"""The database's file is encrypted as a whole, or anew: killed at any moment, nothing is lost or lies about."""

import sqlite3
import subprocess
import sys

import pytest

from akeyi.journal import keys
from akeyi.operation.encrypt import EncryptError, encrypt
from akeyi.operation.sqlcipher import base as sqlcipher
from akeyi.testing.server import AKEYI, Server

NAME = "Rose-Merline Dorcéus"
SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, salt BLOB);
CREATE INDEX person_name ON person (name);
CREATE TRIGGER person_stays BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'stays'); END;
"""
# Encrypts a file, and dies where it calls `{step}`.
KILLED = """
import os, sys, pathlib
import django; django.setup()
from akeyi.operation import encrypt
{step} = lambda *_: os._exit(9)
encrypt.encrypt(pathlib.Path(sys.argv[1]))
"""
# Has a database open until it is told to go on, as a server that nobody asks anything.
SERVING = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM person")
    print(cursor.fetchone()[0], flush=True)
    input()
    cursor.execute("INSERT INTO person (name) VALUES ('late')")
    cursor.execute("DROP TRIGGER person_stays")
    cursor.execute("DELETE FROM person WHERE name = 'late'")
"""
STEPS = ["encrypt._copy", "encrypt.os.link", "pathlib.Path.replace", "encrypt.flush", "encrypt._overwrite"]


@pytest.fixture
def file(tmp_path, settings):
    """A database in the clear, with the name of somebody in it, and a file of keys that is not there yet."""
    settings.KEYS = tmp_path / "stick" / "keys"
    file = tmp_path / "hub" / "a day.sqlite3"
    file.parent.mkdir()
    database = sqlite3.connect(file, isolation_level=None)
    database.executescript(SCHEMA)
    database.executemany("INSERT INTO person (name, salt) VALUES (?, ?)", [(NAME, b"\0\xff")] * 300)
    database.execute("UPDATE sqlite_sequence SET seq = 7000")
    database.close()
    return file


def people(file, connect=sqlcipher.connect):
    database = connect(str(file))
    try:
        return database.execute("SELECT id, name, salt FROM person ORDER BY id").fetchall()
    finally:
        database.close()


def there(file):
    return sorted(path.name for path in file.parent.iterdir())


def shown_in(folder):
    """The files in which the name can be read."""
    return [path.name for path in folder.iterdir() if NAME.encode() in path.read_bytes()]


def test_everything_is_there_afterwards_and_the_file_shows_nothing(file):
    before = people(file, sqlite3.connect)
    assert shown_in(file.parent) == [file.name]
    done = encrypt(file)
    assert (done.tables, done.rows) == (2, 301)
    assert people(file) == before
    assert shown_in(file.parent) == []
    assert there(file) == [file.name, f"{file.name}-turn"]
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        people(file, sqlite3.connect)
    database = sqlcipher.connect(str(file), isolation_level=None)
    assert database.execute("INSERT INTO person (name) VALUES ('') RETURNING id").fetchone() == (7001,)
    with pytest.raises(sqlcipher.Database.IntegrityError, match="stays"):
        database.execute("DELETE FROM person")
    database.close()


def test_said_again_it_takes_a_new_key_and_a_copy_of_before_still_opens(file, tmp_path):
    encrypt(file)
    first, copy = keys.ring(lambda: True).database, tmp_path / "a copy"
    copy.write_bytes(file.read_bytes())
    before = people(file)
    encrypt(file)
    assert keys.ring(lambda: True).older_databases == (first,)
    assert sqlcipher.key_of(file) != first == sqlcipher.key_of(copy)
    assert people(file) == people(copy) == before


@pytest.mark.parametrize("was", ["plain", "encrypted"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_in_the_middle_it_has_lost_nothing_and_can_be_said_again(file, settings, step, was):
    before = people(file, sqlite3.connect)
    if was == "encrypted":
        encrypt(file)
    environment = {"AKEYI_VAR": str(file.parents[1] / "var"), "AKEYI_KEYS": str(settings.KEYS)}
    environment["DJANGO_SETTINGS_MODULE"] = "akeyi.settings"
    killed = subprocess.run([sys.executable, "-c", KILLED.format(step=step), str(file)], env=environment)
    assert killed.returncode == 9
    assert people(file, sqlite3.connect if sqlcipher.is_plain(file) else sqlcipher.connect) == before
    encrypt(file)
    assert people(file) == before
    assert shown_in(file.parent) == []
    assert there(file) == [file.name, f"{file.name}-turn"]


@pytest.mark.parametrize("was", ["plain", "encrypted"])
def test_while_a_server_has_it_open_it_is_left_as_it_is(file, settings, was):
    if was == "encrypted":
        encrypt(file)
    before = people(file, sqlite3.connect if was == "plain" else sqlcipher.connect)
    environment = {"AKEYI_VAR": str(file.parents[1] / "var"), "AKEYI_KEYS": str(settings.KEYS)}
    environment |= {"AKEYI_DATABASE": f"{'sqlite' if was == 'plain' else 'sqlcipher'}:{file}"}
    environment["DJANGO_SETTINGS_MODULE"] = "akeyi.settings"
    with subprocess.Popen(
        [sys.executable, "-c", SERVING], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as serving:
        assert serving.stdout is not None and serving.stdout.readline() == b"300\n"
        with pytest.raises(EncryptError, match="Stop akeyi serve"):
            encrypt(file)
        serving.communicate(b"go on\n")
        assert serving.returncode == 0
    assert people(file, sqlite3.connect if was == "plain" else sqlcipher.connect) == before


def test_a_disk_that_gives_back_something_else_changes_nothing(file, monkeypatch):
    from akeyi.operation import encrypt as module

    counted = iter([{"person": 300}, {"person": 299}])
    monkeypatch.setattr(module, "_rows", lambda *_: next(counted))
    with pytest.raises(EncryptError, match="not whole"):
        encrypt(file)
    assert len(people(file, sqlite3.connect)) == 300
    assert there(file) == [file.name, f"{file.name}-turn"]


def said(hub, *words, **environment):
    """What a command says to whoever cannot go on; in French."""
    done = subprocess.run(
        [AKEYI, *words], env=hub.environment | environment | {"LANG": "fr"}, capture_output=True, text=True
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    return done.stderr


def test_a_hub_says_what_is_wrong_with_its_database_or_its_keys_and_changes_nothing(file, settings, tmp_path):
    hub = Server(tmp_path / "var", database=f"sqlite:{file}")
    hub.environment["AKEYI_KEYS"] = str(settings.KEYS)
    before = file.read_bytes()
    assert "set up for a database that is not encrypted" in said(hub, "encrypt")
    hub.environment["AKEYI_DATABASE"] = f"sqlcipher:{file}"
    assert said(hub, "serve", "--port", "0").startswith(f"505: La base de données {file} n'est pas encore chiffrée")
    assert file.read_bytes() == before
    assert "2 tables, 301 rows, encrypted under a key" in hub.akeyi("encrypt")
    before = people(file)
    assert said(hub, "serve", "--port", "0", AKEYI_DATABASE=f"sqlite:{file}").startswith("506: La base de données")
    away = settings.KEYS.rename(tmp_path / "left at home")
    assert said(hub, "serve", "--port", "0").startswith("501: Le fichier des clés")
    assert said(hub, "encrypt").startswith("501: ")
    assert not settings.KEYS.exists()
    keys._make()
    for words in (["serve", "--port", "0"], ["backup", str(tmp_path / "copy")], ["encrypt"]):
        assert said(hub, *words).startswith(f"502: Les clés de {settings.KEYS} n'ouvrent pas")
    away.replace(settings.KEYS)
    assert people(file) == before


def test_where_nobody_said_that_it_is_a_demo_the_database_is_encrypted(tmp_path):
    hub = Server(tmp_path)
    asked = ["shell", "--no-imports", "--command", "from django.conf import settings; print(settings.DATABASES)"]
    assert "django.db.backends.sqlite3" in hub.akeyi(*asked)
    hub.environment["AKEYI_MODE"] = "headquarters"
    assert sqlcipher.ENGINE in hub.akeyi(*asked)
    del hub.environment["AKEYI_MODE"]
    assert sqlcipher.ENGINE in hub.akeyi(*asked)
