"""Cases of the rules about roads and trips: what is known of a road, where a trip stands, and who is on which bus."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from akeyi.onward.rules import Status, Word, nights, of_several, on_trips, state_of, status_now

NOON = datetime(2021, 9, 19, 16, tzinfo=UTC)
STATUSES: tuple[Status, ...] = ("open", "unknown", "closed")


def cases(chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The same cases for the same chance."""
    return {
        "road": [_road(chance) for _ in range(60)],
        "several_roads": [_several(chance) for _ in range(30)],
        "trip": [_trip(chance) for _ in range(60)],
        "on_trips": [_on_trips(chance) for _ in range(60)],
        "nights": [_nights(chance) for _ in range(40)],
    }


def _road(chance: random.Random) -> dict[str, Any]:
    said = None
    if chance.random() < 0.9:
        at = NOON - timedelta(hours=chance.choice((0, 3, 11, 12, 13, 40)))
        until = at + timedelta(hours=chance.choice((1, 3, 15))) if chance.random() < 0.5 else None
        said = Word(chance.choice(STATUSES), at, until)
    return {
        "said": said
        and {"status": said.status, "at": said.at.isoformat(), "until": said.until and said.until.isoformat()},
        "now": NOON.isoformat(),
        "status": status_now(said, NOON),
    }


def _several(chance: random.Random) -> dict[str, Any]:
    told = [chance.choice(STATUSES) for _ in range(chance.randint(0, 3))]
    return {"told": told, "status": of_several(told)}


def _trip(chance: random.Random) -> dict[str, Any]:
    whats = ("left", "left", "arrived", "on_the_way", "turned_back", "trouble")
    told = [(f"{chance.randint(0, 6):016x}", f"f{n}", chance.choice(whats)) for n in range(chance.randint(0, 4))]
    return {"told": [{"clock": c, "id": id, "what": what} for c, id, what in told], "state": state_of(told)}


def _on_trips(chance: random.Random) -> dict[str, Any]:
    exits = [
        (
            f"{chance.randint(0, 6):016x}",
            f"e{n}",
            chance.choice(("rose", "jean", "household")),
            chance.choice(("bus", "boat", None)),
            chance.randint(1, 3),
        )
        for n in range(chance.randint(0, 6))
    ]
    return {
        "exits": [
            {"clock": clock, "id": id, "card": card, "trip": trip, "people": people if card == "household" else 1}
            for clock, id, card, trip, people in exits
        ],
        "households": ["household"],
        "on": on_trips(exits, ["household"]),
    }


def _nights(chance: random.Random) -> dict[str, Any]:
    wheres = ("women", "men", "families", "waits", "slept", "slept", "nothing")
    told = [
        (f"{chance.randint(0, 6):016x}", f"n{n}", chance.choice(("rose", "jean")), chance.choice(wheres))
        for n in range(chance.randint(0, 6))
    ]
    return {
        "told": [{"clock": clock, "id": id, "card": card, "where": where} for clock, id, card, where in told],
        "nights": {card: {"where": where, "slept": slept} for card, (where, slept) in nights(told).items()},
    }
