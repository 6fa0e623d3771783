"""What somebody finds who has the database and no key: every byte of its file, or every row of its tables."""

from pathlib import Path

from django.db import connection


def everything_stored() -> bytes:
    """All bytes that are kept; where a database shows bytes in hex, look for words in hex too."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            rows = []
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT t::text FROM "{table}" t')
                rows += [row[0] for row in cursor.fetchall()]
            return "\n".join(rows).encode()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file = Path(connection.settings_dict["NAME"])
    return b"\n".join(beside.read_bytes() for beside in sorted(file.parent.glob(f"{file.name}*")))


def times(word: str, stored: bytes) -> int:
    """How often a word stands in what is stored, in letters or in hex."""
    return stored.count(word.encode()) + stored.count(word.encode().hex().encode())
