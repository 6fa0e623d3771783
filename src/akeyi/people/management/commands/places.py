"""`akeyi places load FILE [--site CODE] [--keep]`: the places where people go, from a CSV file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.access import queries as access
from akeyi.people.loading_places import load
from akeyi.people.places import NotPlaces, read


class Command(BaseCommand):
    help = "Loads the places where people go: adm2_pcode, adm2_name, adm1_pcode, adm1_name, and also (a|b) if there is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["load"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--site", help="code of the site; every site where none is named")
        parser.add_argument("--keep", action="store_true", help="places that are not in the file stay")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            places = read(options["file"].read_text(encoding="utf-8"))
        except (NotPlaces, OSError, UnicodeDecodeError) as wrong:
            raise CommandError(f"{options['file'].name}: {wrong}") from None
        sites = [one for one in access.sites() if options["site"] in (None, one["code"])]
        if not sites:
            raise CommandError("there is no such site")
        for site in sites:
            said = load(site["id"], places, options["keep"])
            self.stdout.write(f"{site['code']}: {len(places)} places, {said} of them new or changed or gone.")
