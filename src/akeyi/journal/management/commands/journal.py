"""`akeyi journal verify | rebuild | restored | retry`: proves the journal, or folds its tables again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.journal.head import current, new_epoch
from akeyi.journal.record import retry_aside
from akeyi.journal.verify import rebuild, verify


class Command(BaseCommand):
    help = "Verifies the journal, rebuilds its tables from nothing, or tries set-aside facts again."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("verify", help="nothing was changed by hand")
        check.add_argument("--head", help="POSITION:CHAIN that a neighbour kept")
        actions.add_parser("rebuild", help="fold every table again; rows changed by hand are found")
        actions.add_parser("restored", help="after a backup was put back: tablets offer again what they hold")
        actions.add_parser("retry", help="try set-aside facts again, as after an upgrade")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, options["action"])(options)

    def verify(self, options: dict[str, Any]) -> None:
        expected = None
        if options["head"]:
            position, _, chain = options["head"].partition(":")
            if not position.isdecimal() or not chain:
                raise CommandError("--head is POSITION:CHAIN, as `akeyi journal verify` printed it")
            expected = (int(position), chain)
        wrong = verify(expected)
        if wrong:
            raise CommandError(f"journal differs: {wrong}")
        head = current()
        at = f"{head.position}:{bytes(head.chain).hex()}" if head else "0:"
        self.stdout.write(f"journal verified, head {at}")

    def rebuild(self, options: dict[str, Any]) -> None:
        different = rebuild()
        for line in different[:20]:
            self.stdout.write(line)
        if different:
            raise CommandError(f"tables rebuilt, {len(different)} rows were not what the facts add up to")
        self.stdout.write("tables rebuilt, every row as it was")

    def restored(self, options: dict[str, Any]) -> None:
        new_epoch()
        self.stdout.write("a new epoch has begun: tablets will offer again what they hold")

    def retry(self, options: dict[str, Any]) -> None:
        self.stdout.write(f"{retry_aside()} facts are understood now")
