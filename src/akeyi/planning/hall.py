"""One day at a hall, simulated: people come, wait at stations, are served, go; the urgent are called first."""

from array import array
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import simpy

from .times import Time

Arrivals = Sequence[tuple[float, int, float]]
# (since, until, workers) in seconds of the day; several may overlap.
Shifts = Sequence[tuple[float, float, int]]


@dataclass(frozen=True)
class Stop:
    """One station on the way: which share of people comes there, and how long it takes.

    `sees_red`: whoever is urgent goes there at once, as soon as `looks` of an earlier stop has seen it.
    """

    name: str
    time: Time
    share: float = 1
    looks: bool = False
    sees_red: bool = False
    # A household's card takes as long as one person, instead of so much for each.
    once_a_card: bool = True


@dataclass(frozen=True)
class Day:
    """What comes and what there is. `arrivals`: (from when, how many people, over how many seconds)."""

    stops: Sequence[Stop]
    arrivals: Arrivals
    staff: Mapping[str, Shifts]
    red: float = 0
    # How many people are on one card: 1, or a household of so many.
    card_of: int = 1


@dataclass
class Lived:
    """What a day was like. Times in seconds, one for each person, in the order in which they end."""

    waits: dict[str, array] = field(default_factory=dict)
    door_to_exit: array = field(default_factory=lambda: array("d"))
    # Of the urgent: from the door to whoever can help them.
    red: array = field(default_factory=lambda: array("d"))
    # Of the urgent until they are helped: the longest that one of them waited, by station.
    red_waits: dict[str, float] = field(default_factory=dict)
    # (when, which station, the card's number) of every visit that ended, where somebody asked for it.
    visits: list[tuple[float, str, int]] = field(default_factory=list)
    came: int = 0
    waiting: int = 0
    red_waiting: int = 0


class _Card:
    """Somebody on the way, or a household on one card."""

    __slots__ = ("came", "is_red", "number", "people", "since", "way")

    def __init__(self, number: int, people: int, came: float, is_red: bool, way: list["_Station"]) -> None:
        self.number, self.people, self.came, self.is_red = number, people, came, is_red
        # The next station last.
        self.way = way
        self.since = came


class _Station:
    """Workers and two queues. Nobody who is being served is interrupted; a shift ends after the person at the table."""

    __slots__ = ("busy", "calm", "draw", "env", "lived", "notes", "stop", "urgent", "waits", "workers")

    def __init__(
        self, env: simpy.Environment, stop: Stop, draw: Callable[[], float], lived: Lived, notes: bool
    ) -> None:
        self.env, self.stop, self.draw, self.lived, self.notes = env, stop, draw, lived, notes
        self.waits = lived.waits.setdefault(stop.name, array("d"))
        self.calm: deque[_Card] = deque()
        self.urgent: deque[_Card] = deque()
        self.workers = self.busy = 0

    def comes(self, card: _Card) -> None:
        card.since = self.env.now
        if self.busy < self.workers:
            self._begin(card)
        # Nobody knows who is urgent before somebody has looked.
        elif card.is_red and self.stop.sees_red:
            self.urgent.append(card)
        else:
            self.calm.append(card)

    def staffed(self, change: int) -> None:
        self.workers += change
        self._call()

    def _call(self) -> None:
        while self.busy < self.workers and (self.urgent or self.calm):
            self._begin(self.urgent.popleft() if self.urgent else self.calm.popleft())

    def _begin(self, card: _Card) -> None:
        self.busy += 1
        env, people = self.env, card.people
        waited = env.now - card.since
        if people == 1:
            self.waits.append(waited)
            takes = self.draw()
        else:
            self.waits.extend([waited] * people)
            takes = self.draw() if self.stop.once_a_card else sum(self.draw() for _ in range(people))
        if card.is_red:
            name, red_waits = self.stop.name, self.lived.red_waits
            red_waits[name] = max(waited, red_waits.get(name, 0.0))
            if self.stop.sees_red:
                # Of a household one is urgent.
                self.lived.red.append(env.now - card.came)
                card.is_red = False
        simpy.Timeout(env, takes, card).callbacks.append(self._done)

    def _done(self, event: Any) -> None:
        card = event._value
        self.busy -= 1
        if self.notes:
            self.lived.visits.append((self.env.now, self.stop.name, card.number))
        if card.way:
            card.way.pop().comes(card)
        else:
            gone = self.env.now - card.came
            if card.people == 1:
                self.lived.door_to_exit.append(gone)
            else:
                self.lived.door_to_exit.extend([gone] * card.people)
        if self.busy < self.workers and (self.urgent or self.calm):
            self._call()


def live(day: Day, seed: int, notes: bool = False) -> Lived:
    """Lives a day once, by chance of a seed, until the last is out or nobody is left who could serve."""
    env, lived = simpy.Environment(), Lived()
    stations = [
        # Each draws by a seed of its own: one worker more at a table changes nobody's time at another.
        _Station(env, stop, stop.time.drawn_by(Random(f"{seed} {stop.name}")), lived, notes)  # noqa: S311
        for stop in day.stops
    ]
    for station in stations:
        for since, until, workers in day.staff.get(station.stop.name, ()):
            if workers and until > since:
                env.process(_works(env, station, since, until, workers))
    cards = _cards(day, Random(seed), stations)  # noqa: S311
    env.process(_comes(env, cards, stations[0], lived))
    env.run()
    lived.waiting = lived.came - len(lived.door_to_exit)
    lived.red_waiting = sum(
        card.is_red for station in stations for queue in (station.calm, station.urgent) for card in queue
    )
    return lived


def _works(
    env: simpy.Environment, station: _Station, since: float, until: float, workers: int
) -> Generator[Any, Any, None]:
    yield env.timeout(since)
    station.staffed(workers)
    yield env.timeout(until - since)
    station.staffed(-workers)


def _comes(env: simpy.Environment, cards: Sequence[_Card], first: _Station, lived: Lived) -> Generator[Any, Any, None]:
    for card in cards:
        if card.came > env.now:
            yield env.timeout(card.came - env.now)
        lived.came += card.people
        card.way.pop()
        first.comes(card)


def _cards(day: Day, chance: Random, stations: Sequence[_Station]) -> list[_Card]:
    """Everybody of a day with their way through the hall, in the order in which they come."""
    stops = [station.stop for station in stations]
    helpers = [station for station in stations if station.stop.sees_red]
    looks = next((n for n, stop in enumerate(stops) if stop.looks), None)
    backwards = list(reversed(list(enumerate(stations))))
    always = [stop.share >= 1 for stop in stops]
    cards: list[_Card] = []
    draw = chance.random
    for since, people, over in day.arrivals:
        left = people
        while left:
            together = min(day.card_of, left)
            at = since + over * (people - left) / people
            left -= together
            is_red = bool(helpers) and draw() < 1 - (1 - day.red) ** together
            helper = helpers[int(draw() * len(helpers))] if is_red else None
            way = []
            for n, station in backwards:
                if n == looks and helper is not None:
                    way.append(helper)
                if station is helper:
                    continue
                if always[n] or draw() < 1 - (1 - stops[n].share) ** together:
                    way.append(station)
            cards.append(_Card(len(cards), together, at, is_red, way))
    cards.sort(key=lambda card: (card.came, card.number))
    return cards
