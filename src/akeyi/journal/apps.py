"""Finds every kind of fact of every room when the server starts."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class JournalConfig(AppConfig):
    name = "akeyi.journal"

    def ready(self) -> None:
        from . import registry

        registry.discover()
        connection_created.connect(_ids_as_text)


def _ids_as_text(connection: Any, **_: Any) -> None:
    """PostgreSQL's ids come as the text they are in Python: making objects of them took a third of a pull."""
    if connection.vendor == "postgresql":
        from psycopg.types.string import TextLoader

        connection.connection.adapters.register_loader("uuid", TextLoader)
