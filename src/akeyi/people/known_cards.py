"""Which reception a card number stands for, and whether its series is known here."""

from collections.abc import Iterable
from dataclasses import dataclass

from .cards.series import Series, secret_from_text
from .models import Reception
from .models import Series as SeriesRow
from .queries import all_series


class NoSeries(LookupError):
    """Neither a series of this prefix nor the site's own is known here."""


@dataclass(frozen=True)
class Place:
    """A card as this site knows it: the reception it makes, and its roll (None for a number of no series)."""

    number: str
    reception: str
    roll: str | None


def as_series(row: SeriesRow) -> Series:
    """A series as it was told."""
    return Series(row.name, row.prefix, secret_from_text(row.secret), row.count, row.roll_size)


def place_of(site: str, number: str) -> Place:
    """The reception that a card number makes at this site; raises NoSeries."""
    told = all_series(site)
    for row in told:
        if row.prefix and number.startswith(row.prefix):
            series = as_series(row)
            roll = series.roll_of(number)
            roll_id = None if roll is None else str(series.roll_id(roll))
            return Place(number, str(series.reception_id(number)), roll_id)
    for row in told:
        if not row.prefix:
            return Place(number, str(as_series(row).reception_id(number)), None)
    raise NoSeries


def of_no_series(site: str, receptions: Iterable[Reception]) -> list[Reception]:
    """Receptions whose card number begins like no series of this site."""
    prefixes = {row.prefix for row in all_series(site) if row.prefix}
    return [one for one in receptions if one.card and one.card[:3] not in prefixes]
