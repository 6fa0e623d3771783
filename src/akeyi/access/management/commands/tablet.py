"""`akeyi tablet --label "Tablet 7"`: a one-time code that makes a tablet known, for a hub without an office table."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.access import devices, queries


class Command(BaseCommand):
    help = "Gives a one-time code that makes a tablet one of ours."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--label", required=True, help="what is written on the tablet")
        parser.add_argument("--site", help="the site's code; needed where there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [one for one in queries.sites() if options["site"] in (None, one["code"])]
        if len(found) != 1:
            known = ", ".join(str(one["code"]) for one in queries.sites()) or "none yet"
            raise CommandError(f"name one site with --site; known: {known}")
        code = devices.offer_enrolment(found[0]["id"], options["label"])
        self.stdout.write(f"open /desk/ on the tablet within 30 minutes and type {code}")
