"""`akeyi retention [--as-of DAY [--erase]]`: erases what has been kept long enough; to be run every hour.

With --as-of nothing goes: it prints what would go by that day. With --erase too it goes as if that day had come, on a
server of a demo alone.
"""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.arrivals import retention as lists
from akeyi.operation import retention


class Command(BaseCommand):
    help = (
        "Erases what was said about people when it has been kept long enough, and lists and files of closed arrivals."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as-of", type=_day, metavar="DAY", help="what would go by this day: 2021-12-31")
        parser.add_argument("--erase", action="store_true", help="with --as-of, in a demo: let it go")

    def handle(self, *args: Any, as_of: date | None, erase: bool, **options: Any) -> None:
        if as_of is None:
            self._erase(timezone.now(), None)
        elif not erase:
            self._show(as_of)
        elif settings.MODE == "demo":
            self._erase(datetime(as_of.year, as_of.month, as_of.day, tzinfo=timezone.get_current_timezone()), as_of)
        else:
            raise CommandError(
                "People are kept here: a day that has not come erases nobody. Leave --erase out to look."
            )

    def _erase(self, now: datetime, day: date | None) -> None:
        lines, files = lists.erase_lines(now), lists.delete_files(now)
        gone = retention.erase_due(day)
        self.stdout.write(f"Erased {gone} facts about people and {lines} lines of lists, deleted {files} files.")

    def _show(self, day: date) -> None:
        for site in access.sites():
            seen = retention.preview(site["id"], day)
            self.stdout.write(f"{site['code'] or site['name']}: by {day.isoformat()}")
            for wall, kinds in sorted(seen.facts.items()):
                self.stdout.write(f"  {wall}: {sum(kinds.values())} facts about {seen.people[wall]} people")
                for kind, n in sorted(kinds.items()):
                    self.stdout.write(f"    {kind}: {n}")
            if not seen.facts:
                self.stdout.write("  nothing")
            if seen.held_open:
                self.stdout.write(f"  {seen.held_open} people stay because an arrival of theirs is still open")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text} is no day. Write it like 2021-12-31.") from None
