"""`akeyi keys [rotate]`: which keys there are and what they have sealed, or everything sealed anew under a new one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from akeyi.journal import keys, rotate
from akeyi.journal.sealing import is_anything_sealed
from akeyi.operation import at_rest
from akeyi.operation.sqlcipher.base import ENGINE


class Command(BaseCommand):
    help = "Shows the keys to what is sealed in the database, or seals all of it anew under a new key."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", nargs="?", choices=["rotate"])
        parser.add_argument("--at-once", type=int, default=rotate.AT_ONCE, help="how many values while tablets wait")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "rotate":
            for table, count in rotate.rotate(options["at_once"]):
                self.stdout.write(f"{table}: {count} sealed anew")
                self.stdout.flush()
        self.say()

    def say(self) -> None:
        ring, sealed = keys.ring(is_anything_sealed), rotate.under_keys()
        self.stdout.write(f"{keys.path()}")
        for key in ring.sealing:
            what = "seals" if key is ring.current else "older; backups of its time need it"
            self.stdout.write(f"  {key.id}  made {key.made_at}  {sealed.pop(key.id, 0):,} values  {what}")
        for id, count in sealed.items():
            self.stdout.write(f"  {id}  is not in this file, and {count:,} values need it")
        if ring.is_rotating:
            self.stdout.write("A rotation was not finished: akeyi keys rotate goes on with it.")
        self.stdout.write(
            "The database's file is encrypted as a whole; a new key for it: akeyi encrypt, while nothing serves."
            if connection.settings_dict["ENGINE"] == ENGINE
            else "The database's file is not encrypted as a whole."
        )
        for line in at_rest.warnings():
            self.stdout.write(line)
