"""People who come side by side through lanes: what came in an hour against what the stations take, and what follows."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .stations import BUS_SEATS

# Everybody is to be out within two hours: with more work than that inside, nobody else is let in.
FULL_AT_H, OPEN_AGAIN_AT_H = 2, 1
Way = Literal["counted", "estimated"]
What = Literal["close", "grows", "nobody_at", "buses", "idle"]


@dataclass(frozen=True)
class Came:
    """How many came in an hour; estimated where only some minutes of it were counted."""

    people: int = 0
    way: Way = "counted"

    @property
    def is_estimate(self) -> bool:
        return self.way == "estimated"


def came(counted: int, with_cards: int, samples: Sequence[tuple[int, int]]) -> Came:
    """People of one hour: by taps or by cards, whichever are more; where neither reaches it, by (people, minutes)
    that were counted of it."""
    known = max(counted, with_cards)
    minutes = sum(one for _, one in samples)
    if minutes:
        estimate = round(sum(people for people, _ in samples) * 60 / minutes)
        if estimate > known:
            return Came(estimate, "estimated")
    return Came(known)


@dataclass(frozen=True)
class Pace:
    """One station of a lane: who worked there in the last hour, and how many people they take in one."""

    station: str
    workers: int
    people: float


def pace(workers: Mapping[str, int], seconds_a_card: Mapping[str, float], people_a_card: float) -> list[Pace]:
    """What the stations of a lane take in an hour, the narrowest first."""
    found = [
        Pace(station, n, n * 3600 / seconds_a_card[station] * max(1.0, people_a_card)) for station, n in workers.items()
    ]
    return sorted(found, key=lambda one: (one.people, one.station))


@dataclass(frozen=True)
class Lane:
    """One lane now. `outside` None: nobody counted; `comes`: people in the last hour."""

    name: str
    outside: int | None = None
    inside: int = 0
    # Of those inside: who has been served and waits for a way on.
    ready: int = 0
    comes: Came = field(default_factory=Came)
    paces: Sequence[Pace] = ()

    @property
    def to_serve(self) -> int:
        return max(0, self.inside - self.ready)

    @property
    def narrowest(self) -> Pace | None:
        return self.paces[0] if self.paces else None


@dataclass(frozen=True)
class Advice:
    """One sentence for whoever runs the crossing. `n`: people or buses; `more`: workers or minutes."""

    what: What
    lane: str
    n: int = 0
    more: int = 0
    station: str = ""
    is_estimate: bool = False


def advice(lanes: Sequence[Lane]) -> list[Advice]:
    """What follows from the flow, lane by lane: close it, send workers, send buses."""
    found: list[Advice] = []
    for one in lanes:
        narrow = one.narrowest
        if narrow and not narrow.people and one.to_serve:
            found.append(Advice("nobody_at", one.name, one.to_serve, station=narrow.station))
        elif narrow and narrow.people:
            hours = one.to_serve / narrow.people
            if hours >= FULL_AT_H:
                minutes = math.ceil((hours - OPEN_AGAIN_AT_H) * 60)
                found.append(Advice("close", one.name, one.to_serve, minutes, narrow.station))
            elif one.comes.people > narrow.people:
                grows = one.comes.people - narrow.people
                workers = math.ceil(grows / (narrow.people / narrow.workers))
                found.append(
                    Advice("grows", one.name, round(grows), workers, narrow.station, is_estimate=one.comes.is_estimate)
                )
        if one.ready >= BUS_SEATS:
            found.append(Advice("buses", one.name, one.ready, math.ceil(one.ready / BUS_SEATS)))
    if any(one.what in ("close", "grows", "nobody_at") for one in found):
        found += [
            Advice("idle", one.name) for one in lanes if not one.inside and not one.outside and not one.comes.people
        ]
    return found
