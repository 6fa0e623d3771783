"""When what was said about somebody has been kept long enough, as pure functions of days."""

from collections.abc import Iterable
from datetime import date, timedelta

# Where a site says nothing else: health and triage are of use for the day, the rest until follow-up is over.
DAYS = {
    "reception": 90,
    "assistance": 90,
    "cash": 90,
    "triage": 30,
    "health": 30,
    "child": 90,
    "protection": 90,
    "safety": 90,
}
# No follow-up of an arrival lasts longer; a mistyped year must not keep everybody for ever.
LONGEST_DAYS = 1830


def goes_on(last_said: date, closings: Iterable[date], days: int) -> date:
    """The day in whose first hour it goes, once every arrival it belongs to is closed.

    `closings`: when each of those that are closed was. The last word and the last closing both have to be that old.
    """
    return max([last_said, *closings]) + timedelta(days=days)


def series_is_spent(rolls_opened: int, rolls: int, people_left: int) -> bool:
    """Whether no card of a series leads to anybody, or ever will: then its secret may go."""
    return rolls_opened >= rolls and people_left == 0
