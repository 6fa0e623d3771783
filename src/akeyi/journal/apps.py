"""Finds every kind of fact of every room when the server starts."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "akeyi.journal"

    def ready(self) -> None:
        from . import registry

        registry.discover()
