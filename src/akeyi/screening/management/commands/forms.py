"""`akeyi forms`: publishes the forms that come with Akeyi, or writes them as .xlsx files to be adapted."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from akeyi.access import queries as access
from akeyi.screening.forms.ours import FORMS
from akeyi.screening.forms.publish import publish_ours


class Command(BaseCommand):
    help = "Publishes the forms that come with Akeyi at every site that never had them; --write FOLDER: as .xlsx."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", type=Path, help="write them into this folder instead")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path | None = options["write"]
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            for own in FORMS:
                (folder / f"{own.form}.xlsx").write_bytes(own.workbook())
            self.stdout.write(f"{len(FORMS)} forms are in {folder}.")
            return
        for site in access.sites():
            for name in publish_ours(site["id"]):
                self.stdout.write(f"{site['code']}: {name} is asked.")
