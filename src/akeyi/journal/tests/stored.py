"""What somebody finds who has the database and no key that seals: all bytes of its file, or all rows of its tables."""

from pathlib import Path
from typing import Any

from django.db import connection


def everything_stored() -> bytes:
    """All bytes that are kept; where a database shows bytes in hex, look for words in hex too."""
    with connection.cursor() as cursor:
        if connection.display_name != "SQLite":
            rows: list[bytes] = []
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                rows += [_as_bytes(value) for row in cursor.fetchall() for value in row]
            return b"\n".join(rows)
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file = Path(connection.settings_dict["NAME"])
    return b"\n".join(beside.read_bytes() for beside in sorted(file.parent.glob(f"{file.name}*")))


def _as_bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def times(word: str, stored: bytes) -> int:
    """How often a word stands in what is stored, in letters or in hex."""
    return stored.count(word.encode()) + stored.count(word.encode().hex().encode())
