"""`akeyi contracts`: writes what neighbours and the desk rely on; `--check` says what is stale."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.journal.contracts import SCHEMAS, frozen, generated


class Command(BaseCommand):
    help = "Writes the schemas, types and pages that follow from the declared kinds."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, fail where a file is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        made, for_ever = generated(), frozen()
        stale = []
        for name, text in (made | for_ever).items():
            path = settings.PROJECT / name
            if path.exists() and path.read_text() == text:
                continue
            if path.exists() and name in for_ever:
                raise CommandError(f"{name} is frozen: a changed body is a new version, with an upcast")
            stale.append(name)
            if not options["check"]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        for path in sorted((settings.PROJECT / SCHEMAS).glob("*.json")):
            if f"{SCHEMAS}/{path.name}" not in made:
                # It describes a kind that is gone.
                stale.append(f"{SCHEMAS}/{path.name}")
                if not options["check"]:
                    path.unlink()
        if options["check"] and stale:
            raise CommandError(f"stale, run `make contracts`: {', '.join(stale[:5])}")
        self.stdout.write(f"{len(made)} generated files, {len(stale)} written or removed")
