"""`akeyi site --code PAP --manager Guerline …`: begins a site and lets its first manager in."""

import os
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.access.beginning import COMMAND, begin
from akeyi.access.pages.sites import PLACES, BeginningForm

HOW = (
    "The code lets in once, within 24 hours, at /office/first-time. "
    "There they set a passkey or a password of their own."
)


class Command(BaseCommand):
    help = f"Begins a site: {COMMAND}"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--code", required=True, help="short, for lists and commands: PAP")
        parser.add_argument("--name", required=True, help="as it stands above every page")
        parser.add_argument("--timezone", required=True, help="a day is a day of this zone: America/Port-au-Prince")
        parser.add_argument("--country", required=True, help="three letters: HTI, DOM")
        parser.add_argument("--place", required=True, choices=[name for name, _ in PLACES])
        parser.add_argument("--manager", required=True, help="short name of the site manager, as colleagues call them")
        parser.add_argument("--organisation", help="whose the manager is; what it is (UN, NGO …) is said at the office")

    def handle(self, *args: Any, **options: Any) -> None:
        # Where this is the first command of all, it makes the database, which is for this user alone.
        os.umask(0o077)
        call_command("migrate", interactive=False, verbosity=0)
        # What is no option here is said at the office, on the site's own page.
        form = BeginningForm({name: options.get(name) for name in BeginningForm.base_fields})
        if not form.is_valid():
            raise CommandError(
                "\n".join(f"--{field}: {' '.join(map(str, said))}" for field, said in form.errors.items())
            )
        begun = begin(**form.cleaned_data, organisation=" ".join((options["organisation"] or "").split()) or None)
        self.stdout.write(f"{form.cleaned_data['name']} has begun. {form.cleaned_data['manager']} is its manager.")
        self.stdout.write(f"  at the office: name {begun.username}, one-time code {begun.code}")
        self.stdout.write(f"  on a tablet:   PIN {begun.pin}")
        self.stdout.write("Both are shown this once. Write them down for the manager alone.")
        self.stdout.write(HOW)
