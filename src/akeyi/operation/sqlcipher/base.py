"""Django's SQLite backend over SQLCipher: the key comes first, everything else stays as it is."""

import datetime
import decimal
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.db.backends.sqlite3 import base as django_sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database

from akeyi.errors import AkeyiError
from akeyi.errors.server import DATABASE_IS_PLAIN, KEYS_NOT_OURS
from akeyi.journal import keys

ENGINE = "akeyi.operation.sqlcipher"
PLAIN = b"SQLite format 3\0"

# As Django does for the module that it knows.
for name, read in {
    "date": parse_date,
    "time": parse_time,
    "datetime": parse_datetime,
    "timestamp": parse_datetime,
}.items():
    Database.register_converter(name, django_sqlite.decoder(read))
Database.register_converter("bool", b"1".__eq__)
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, django_sqlite.adapt_date)
Database.register_adapter(datetime.datetime, django_sqlite.adapt_datetime)


def is_plain(file: Path) -> bool:
    """Whether this is a database of SQLite that everybody can read.

    Never asked while this process has the file open: closing it here would give up the locks of every connection to it
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    if not file.exists():
        return False
    with file.open("rb") as opened:
        return opened.read(len(PLAIN)) == PLAIN


def connect(name: Any, **options: Any) -> Any:
    """A connection to an encrypted file, existing or not; `options` are those of sqlite3.connect.

    A file that is there is opened by whichever of our keys opens it: a backup may be older than the newest.
    """
    return _opened(name, options)[0]


def key_of(file: Path) -> str:
    """The key under which a file is encrypted."""
    connection, secret = _opened(file, {})
    connection.close()
    return secret


def as_key(secret: str) -> str:
    """A key as statements name it: the key itself, no passphrase to be stretched, so it costs no time."""
    return f"\"x'{secret}'\""


def _opened(name: Any, options: dict[str, Any]) -> tuple[Any, str]:
    file = Path(unquote(str(name).removeprefix("file:").partition("?")[0]))

    def needs_a_key() -> bool:
        if is_plain(file):
            raise AkeyiError(DATABASE_IS_PLAIN, file=file)
        return file.exists() and file.stat().st_size > 0

    for secret in keys.ring(needs_a_key).databases:
        connection = _opened_with(str(name), secret, options)
        if connection is not None:
            return connection, secret
    # Nobody has it open where none of our keys fits.
    raise AkeyiError(DATABASE_IS_PLAIN, file=file) if is_plain(file) else AkeyiError(KEYS_NOT_OURS, file=keys.path())


def _opened_with(name: str, secret: str, options: dict[str, Any]) -> Any:
    """The connection, or None where this is not the key."""
    connection = Database.connect(name, **options)
    try:
        # Else it writes to the terminal what it could not decrypt.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {as_key(secret)}")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except Database.DatabaseError as wrong:
        connection.close()
        if "not a database" in str(wrong):
            return None
        raise
    return connection


class Cursor(Database.Cursor):
    """Django writes `%s` where SQLite reads `?`. Its own cursor does the same, but derives from the other module's."""

    convert_query = django_sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        return super().execute(self.convert_query(query, param_names=_names(params)), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows = list(param_list)
        return super().executemany(self.convert_query(query, param_names=_names(rows[0] if rows else ())), rows)


def _names(params: Any) -> list[str] | None:
    return list(params) if isinstance(params, Mapping) else None


class DatabaseWrapper(django_sqlite.DatabaseWrapper):
    display_name = "SQLCipher"
    Database = Database
    init_commands: list[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = connect(conn_params.pop("database"), **conn_params)
        register_functions(connection)
        for command in ("PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = OFF", *self.init_commands):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)
