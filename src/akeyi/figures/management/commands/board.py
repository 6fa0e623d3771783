"""`akeyi board`: the seven columns of every arrival, in a terminal or as JSON; no names."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from akeyi.access import queries
from akeyi.figures.queries import board
from akeyi.figures.rules import COLUMNS


class Command(BaseCommand):
    help = "Prints the board of every site: expected, on the plane, counted, registered, served, inside, left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs: {site: {arrival: {column: number}}}")

    def handle(self, *args: Any, **options: Any) -> None:
        found = {
            str(site["code"]): {row.arrival.label if row.arrival else "-": row.columns for row in board(site["id"])}
            for site in queries.sites()
        }
        if options["json"]:
            self.stdout.write(json.dumps(found))
            return
        for site, rows in found.items():
            self.stdout.write(f"{site:<14}" + "".join(f"{name:>14}" for name in COLUMNS))
            for label, columns in rows.items():
                numbers = ("—" if columns[name] is None else str(columns[name]) for name in COLUMNS)
                self.stdout.write(f"{label or '':<14}" + "".join(f"{number:>14}" for number in numbers))
