"""`akeyi demo`: prepares the invented demo day, and serves it."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from akeyi.access import greeting
from akeyi.journal.head import current
from akeyi.operation.demo import day, morning
from akeyi.operation.demo.lists import write_lists


class Command(BaseCommand):
    help = "Prepares the invented demo day of 19 September 2021, and serves it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="prepare the day and stop")
        parser.add_argument("--morning", action="store_true", help="only the morning: nothing has been announced yet")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if current() is None:
            lists = settings.VAR / "demo" / "lists"
            begun = morning.begin()
            if options["morning"]:
                write_lists(lists)
            else:
                day.live(begun, lists)
            self.stdout.write("The demo day is prepared; everybody in it is invented.")
        else:
            self.stdout.write("There is data here already; the demo day is left as it is.")
        if options["no_serve"]:
            for line in greeting.lines():
                self.stdout.write(line)
        else:
            call_command("serve")
