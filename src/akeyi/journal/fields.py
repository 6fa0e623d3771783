"""How an id is kept in a table: 16 bytes on SQLite, PostgreSQL's own uuid; in Python always its text."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.db import connection, models

from .ids import dashed, id_bytes


class IdField(models.Field):  # type: ignore[type-arg]  # Django takes none while it runs
    """A UUID as text with dashes in Python; half the size of Django's text column on SQLite."""

    def db_type(self, connection: Any) -> str:
        return "uuid" if connection.vendor == "postgresql" else "blob"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return value if connection.vendor == "postgresql" else as_bytes(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        return from_database(value)

    def to_python(self, value: Any) -> str | None:
        return value if value is None else str(value)


@cache
def key_maker() -> Callable[[str | None], Any]:
    """How an id's text becomes what this database takes; asking Django each time would cost more than the change."""
    return as_bytes if connection.vendor == "sqlite" else _as_it_is


def as_key(value: Any) -> Any:
    """An id as the database gives it, as it takes it."""
    return value if isinstance(value, bytes) else str(value)


def _as_it_is(id: str | None) -> str | None:
    return id


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
