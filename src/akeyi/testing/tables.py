"""Lets a test that needs real transactions empty the tables afterwards, although the journal lets nobody delete."""

from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

# Django has no public place for this.
_empty = vars(TransactionTestCase)["_fixture_teardown"]


def _empty_append_only_tables(self: Any) -> None:
    """PostgreSQL truncates, which no trigger of ours stops; on SQLite they are put aside for that moment."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            return _empty(self)
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            return _empty(self)
        finally:
            for _, statement in triggers:
                cursor.execute(statement)


def pytest_configure(config: pytest.Config) -> None:
    setattr(TransactionTestCase, "_fixture_teardown", _empty_append_only_tables)  # noqa: B010 - see above
