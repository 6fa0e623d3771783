"""`akeyi openapi`: writes the contract of every address; `--check` says whether it is stale."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.journal.contracts import pretty
from akeyi.operation.openapi import document

FILE = "contracts/openapi.json"


class Command(BaseCommand):
    help = "Writes the OpenAPI 3.1 document that follows from the kinds and the routes."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, fail where the file is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        path, text = settings.PROJECT / FILE, pretty(document())
        if path.exists() and path.read_text() == text:
            return
        if options["check"]:
            raise CommandError(f"stale, run `make contracts`: {FILE}")
        path.write_text(text)
