"""How an id is kept in a table: 16 bytes on SQLite, PostgreSQL's own uuid; in Python always its text."""

from functools import lru_cache
from typing import Any

from django.db import models

from .ids import dashed, id_bytes


class IdField(models.Field):  # type: ignore[type-arg]  # Django takes none while it runs
    """A UUID as text with dashes in Python; half the size of Django's text column on SQLite."""

    def db_type(self, connection: Any) -> str:
        return "uuid" if connection.vendor == "postgresql" else "blob"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return for_database(connection.vendor, value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        return from_database(value)

    def to_python(self, value: Any) -> str | None:
        return value if value is None else str(value)


def for_database(vendor: str, value: Any) -> Any:
    """An id's text as the database takes it."""
    return value if vendor == "postgresql" else as_bytes(value)


def once_from_database(value: Any) -> str:
    """`from_database` for an id that is not likely to come again soon: remembering it would cost more than reading."""
    return dashed(value.hex()) if isinstance(value, bytes) else str(value)


def from_database(value: Any) -> str | None:
    """An id as the database gives it, as text."""
    if value is None:
        return None
    return _as_text(value) if isinstance(value, bytes) else str(value)


# The same few ids come again and again: a batch names its site, its arrivals and its tablet in every fact.
@lru_cache(maxsize=20_000)
def as_bytes(text: str | None) -> bytes | None:
    """An id as SQLite keeps it."""
    return None if text is None else id_bytes(str(text))


@lru_cache(maxsize=20_000)
def _as_text(value: bytes) -> str:
    return dashed(value.hex())
