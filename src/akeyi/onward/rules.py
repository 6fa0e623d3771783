"""What is known of a road, where a trip stands, who is on which bus; the desk decides the same by the same cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Status = Literal["open", "unknown", "closed"]
# An open road of which nobody said until when: people who saw it this morning do not know about tonight.
OPEN_FOR = timedelta(hours=12)


@dataclass(frozen=True)
class Word:
    """One word on a road."""

    status: Status
    at: datetime
    until: datetime | None = None


def holds_until(word: Word) -> datetime | None:
    """Until when a word holds; None: until somebody says otherwise."""
    return word.until or (word.at + OPEN_FOR if word.status == "open" else None)


def has_run_out(word: Word | None, now: datetime) -> bool:
    """Whether it is time to ask again."""
    until = holds_until(word) if word else None
    return until is not None and until <= now


def status_now(word: Word | None, now: datetime) -> Status:
    """By the last word on a road. A closed one stays closed until somebody says otherwise."""
    if word is None or (word.status == "open" and has_run_out(word, now)):
        return "unknown"
    return word.status


def leads_to(route: str, destination: str, within: Mapping[str, str | None]) -> bool:
    """Whether a route to one place serves somebody who goes to another: the same, or one inside the other."""
    return route == destination or within.get(destination) == route or within.get(route) == destination


def of_several(statuses: Iterable[Status]) -> Status:
    """What is known of a destination by all its routes: one open road is enough, and closed are all of them."""
    told = set(statuses)
    if "open" in told:
        return "open"
    return "closed" if told == {"closed"} else "unknown"


TripState = Literal["here", "under_way", "arrived"]


def state_of(told: Iterable[tuple[str, str, str]]) -> TripState:
    """Where a trip stands: of (clock, id, what), in any order; `what` is `left`, or what was heard of it."""
    state: TripState = "here"
    for _clock, _id, what in sorted(told):
        if what == "left":
            state = "under_way"
        elif what == "arrived" and state != "here":
            state = "arrived"
        elif what == "turned_back":
            state = "here"
    return state


def is_gone(state: TripState) -> bool:
    """Whether those on the bus have left the site."""
    return state != "here"


def on_trips(
    exits: Iterable[tuple[str, str, str, str | None, int]], households: Iterable[str]
) -> dict[str, dict[str, int]]:
    """Trip -> card -> people on it: of (clock, id, card, trip, people). A person is where the last word says;
    a household goes in parts."""
    of_households = set(households)
    last: dict[str, tuple[str | None, int]] = {}
    found: dict[str, dict[str, int]] = {}
    for _clock, _id, card, trip, people in sorted(exits, key=lambda one: one[:2]):
        if card not in of_households:
            last[card] = (trip, people)
        elif trip:
            found.setdefault(trip, {})
            found[trip][card] = found[trip].get(card, 0) + people
    for card, (trip, _people) in last.items():
        if trip:
            found.setdefault(trip, {})[card] = 1
    return found


# Whoever is still here then does not get home in daylight.
DARK_FROM, DARK_UNTIL = 18, 5


def is_dark(hour: int) -> bool:
    """By the hour of the site's own clock."""
    return hour >= DARK_FROM or hour < DARK_UNTIL


def nights(told: Iterable[tuple[str, str, str, str]]) -> dict[str, tuple[str, int]]:
    """Card -> (where they sleep or wait, nights they have slept here): of (clock, id, card, where), in any order.
    Whoever needs nothing any more is on no list."""
    found: dict[str, tuple[str, int]] = {}
    slept: dict[str, int] = {}
    for _clock, _id, card, where in sorted(told):
        if where == "slept":
            slept[card] = slept.get(card, 0) + 1
        else:
            found[card] = (where, 0)
    return {card: (where, slept.get(card, 0)) for card, (where, _) in found.items() if where != "nothing"}
