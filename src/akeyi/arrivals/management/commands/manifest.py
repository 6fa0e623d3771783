"""`akeyi manifest read FILE [--json]`: shows what a list says, without keeping anything and without a database."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from akeyi.arrivals.readers import command


class Command(BaseCommand):
    help = "Reads a list of people that others sent, and shows what was understood."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        # The reader's own words and exit status, with nothing of Django around them.
        if argv[2:3] != ["read"]:
            print("usage: akeyi manifest read FILE [--json]", file=sys.stderr)
            sys.exit(2)
        sys.exit(command.main(argv[3:]))

    def handle(self, *args: Any, **options: Any) -> None:
        """Commands that call this one give the same words: call_command("manifest", "read", file)."""
        sys.exit(command.main([str(one) for one in args][1:]))
