"""Allocates a series of card numbers, once and for ever, and makes the sheets to print."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from akeyi.access import queries as access
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.command import print_cards
from akeyi.people.cards.print import LAYOUTS
from akeyi.people.cards.series import DRAWN, Series, secret_as_text
from akeyi.people.facts.series import SeriesAllocated
from akeyi.people.known_cards import as_series
from akeyi.people.models import Series as SeriesRow

ROLL_SIZE = 50
SITES_OWN = "numbers of no series"


class Command(BaseCommand):
    help = "akeyi cards print --series PAP-7 --count 500: a new series of cards, as a PDF to print."

    def add_arguments(self, parser: ArgumentParser) -> None:
        command = parser.add_subparsers(dest="what", required=True).add_parser("print", help="sheets of a series")
        command.add_argument("--series", required=True, help="its name, for example PAP-7; never used twice")
        command.add_argument("--count", type=int, help=f"how many cards, 1 to {DRAWN}")
        command.add_argument("--layout", choices=LAYOUTS, default="cards")
        command.add_argument("--roll-size", type=int, default=ROLL_SIZE, help="cards in one roll")
        command.add_argument("--site", help="code of the site, where this server has several")
        command.add_argument("--out", type=Path, help="the file; by default the series' name with .pdf")
        command.add_argument("--again", action="store_true", help="print a series that was printed before")

    def handle(self, *args: Any, **asked: Any) -> None:
        site = _site(asked["site"])
        name = asked["series"].strip()
        if not name or len(name) > 40:
            raise CommandError("A series has a name of 1 to 40 letters.")
        make_sites_own(site)
        known = SeriesRow.objects.filter(name=name).exclude(prefix="").order_by("clock").first()
        if known is None:
            if asked["again"]:
                raise CommandError(f"No series is called {name}.")
            series = _allocate(site, name, asked["count"], asked["roll_size"])
        elif not asked["again"]:
            raise CommandError(f"{name} exists; a name is never used again. The same cards once more: --again")
        elif asked["count"] not in (None, known.count):
            raise CommandError(f"{name} has {known.count} cards, and keeps them. Leave --count out.")
        else:
            series = as_series(known)
        out = asked["out"] or Path("".join(sign if sign.isalnum() or sign in "-_ ." else "-" for sign in name) + ".pdf")
        self.stdout.write(print_cards(series, out, asked["layout"]))


def _site(code: str | None) -> str:
    sites = access.sites()
    if code is not None:
        sites = [one for one in sites if one["code"] == code]
    if len(sites) == 1:
        return sites[0]["id"]
    known = ", ".join(sorted(one["code"] or "?" for one in access.sites())) or "none yet"
    raise CommandError(f"Say which site with --site CODE (sites of this server: {known}).")


def _allocate(site: str, name: str, count: int | None, roll_size: int) -> Series:
    if count is None or not 1 <= count <= DRAWN:
        raise CommandError(f"Say how many cards with --count, 1 to {DRAWN}.")
    if not 1 <= roll_size <= 1000:
        raise CommandError("A roll has 1 to 1000 cards.")
    # Of all sites: a card is carried from one to another.
    used = set(SeriesRow.objects.values_list("prefix", flat=True))
    free = [prefix for number in range(100, 1000) if (prefix := str(number)) not in used]
    if not free:
        raise CommandError("All 900 beginnings of card numbers are used.")
    series = Series(name, secrets.choice(free), secrets.token_bytes(32), count, roll_size)
    _tell(site, series)
    return series


def make_sites_own(site: str) -> None:
    """Makes the secret from which numbers of no series get their receptions, once for a site."""
    if not SeriesRow.objects.filter(site=site, prefix="").exists():
        _tell(site, Series(SITES_OWN, "", secrets.token_bytes(32), 0, 1))


def _tell(site: str, series: Series) -> None:
    said = SeriesAllocated(
        name=series.name,
        prefix=series.prefix,
        secret=secret_as_text(series.secret),
        count=series.count,
        roll_size=series.roll_size,
    )
    tell(Saying(said, site=site))
