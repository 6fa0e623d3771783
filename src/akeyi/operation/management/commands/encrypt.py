"""`akeyi encrypt`: the database's file is encrypted as a whole, or written anew under a new key."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from akeyi.journal import keys
from akeyi.operation import at_rest
from akeyi.operation.encrypt import EncryptError, encrypt
from akeyi.operation.sqlcipher.base import ENGINE


class Command(BaseCommand):
    help = "Encrypts the database's file as a whole; one that is encrypted is written anew under a new key."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        # Whatever is made on the way is for this user alone.
        os.umask(0o077)
        if connection.settings_dict["ENGINE"] != ENGINE:
            raise CommandError(
                "This server is set up for a database that is not encrypted as a whole. Take AKEYI_MODE=demo and "
                "AKEYI_DATABASE away first."
            )
        file = Path(connection.settings_dict["NAME"])
        try:
            done = encrypt(file)
        except EncryptError as failed:
            raise CommandError(str(failed)) from failed
        self.stdout.write(
            f"{file}: {done.tables} tables, {done.rows:,} rows, encrypted under a key that is in {keys.path()} alone"
        )
        self.stdout.write("What lay on the disk before was overwritten.")
        self.stdout.write(
            "A backup of before is as the database was then: not encrypted, or under the old key, which stays in the "
            "file of keys. Make a new one (akeyi backup), destroy the old ones, and copy the file of keys again."
        )
        for line in at_rest.warnings():
            self.stdout.write(line)
