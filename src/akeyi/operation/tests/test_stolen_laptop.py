"""Whoever takes a hub's disk, without the keys, reads nothing: no byte of any table, of its log, or of a backup."""

import json
import shutil
import sqlite3

import pytest
from sqlcipher3 import dbapi2

from akeyi.testing.server import Server

MARKER = "zoranj-anba-tab-la"
# One row in every table that takes a text or bytes; then what lies on the disk while it serves, and a backup.
WRITE = f"""
import json
from pathlib import Path
from django.core.management import call_command
from django.db import connection
marker = "{MARKER}"
folder = Path(connection.settings_dict["NAME"]).parent
marked = []
with connection.cursor() as cursor:
    cursor.execute("PRAGMA foreign_keys = OFF")
    for table in sorted(connection.introspection.table_names(cursor)):
        cursor.execute(f'PRAGMA table_info("{{table}}")')
        columns = {{row[1]: row[2].split("(")[0].lower() for row in cursor.fetchall()}}
        value = {{"text": f'"{{marker}}"', "varchar": marker, "char": marker, "blob": marker.encode()}}
        values = [value.get(kind, 4242) for kind in columns.values()]
        names, marks = ", ".join(f'"{{name}}"' for name in columns), ", ".join(["%s"] * len(columns))
        cursor.execute(f'INSERT OR IGNORE INTO "{{table}}" ({{names}}) VALUES ({{marks}})', values)
        if cursor.rowcount == 1 and set(columns.values()) & set(value):
            marked.append(table)
call_command("backup", str(folder / "copy.backup"))
found = {{path.name: marker.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file()}}
print(json.dumps({{"marked": marked, "all": connection.introspection.table_names(), "found": found}}))
"""
WITHOUT_TEXT = {
    "auth_group_permissions",
    "auth_user_groups",
    "auth_user_user_permissions",
    "axes_accessattemptexpiration",
}
KEPT = {"akeyi.sqlite3", "akeyi.sqlite3-wal", "copy.backup"}


def marked_in(hub):
    """The files in which the marker can be read, once it stands in every table."""
    told = json.loads(hub.akeyi("shell", "--no-imports", "--command", WRITE).splitlines()[-1])
    assert set(told["all"]) - set(told["marked"]) <= WITHOUT_TEXT, "tables that the marker is not in"
    assert set(told["found"]) >= KEPT
    return {name for name, is_there in told["found"].items() if is_there}


def test_what_is_in_any_table_is_in_no_byte_of_database_log_or_backup(tmp_path):
    demo, hub = Server(tmp_path / "demo"), Server(tmp_path / "hub")
    demo.akeyi("migrate", "--verbosity", "0")
    demo.akeyi("createcachetable")
    shutil.copytree(demo.var, hub.var)
    del hub.environment["AKEYI_MODE"]
    hub.akeyi("encrypt")
    assert marked_in(hub) == set()
    # The search finds what is there.
    assert {"akeyi.sqlite3-wal", "copy.backup"} <= marked_in(demo)
    for name in ("akeyi.sqlite3", "copy.backup"):
        for connect, key in ((sqlite3.connect, None), (dbapi2.connect, None), (dbapi2.connect, "ab" * 32)):
            database = connect(hub.var / name)
            if key:
                database.execute(f"PRAGMA key = \"x'{key}'\"")
            with pytest.raises((sqlite3.DatabaseError, dbapi2.DatabaseError), match="not a database"):
                database.execute("SELECT count(*) FROM sqlite_master")
            database.close()
