"""`akeyi backup FILE`: copies the database while it serves, and proves the copy."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from akeyi.journal.models import HeldTwice
from akeyi.operation.backup import BackupError, copy


class Command(BaseCommand):
    help = "Copies the database into one file while it serves, and verifies the copy."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="overwrite a file that is there")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = copy(connection.settings_dict, options["file"].absolute(), options["force"])
        except BackupError as failed:
            raise CommandError(str(failed)) from failed
        # Tablets learn at their next pull up to where facts are held twice, and drop what they kept for the hub's sake.
        HeldTwice.objects.update_or_create(place="backup", defaults={"position": made.position})
        self.stdout.write(f"{options['file']}: the journal up to {made.position}, {made.bytes:,} bytes, verified")
