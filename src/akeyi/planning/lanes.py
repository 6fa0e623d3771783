"""What each lane of a crossing does now and hour by hour, out of the facts: numbers, and of nobody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from akeyi.access import queries as access
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.models import Arrival, WaitingOutside
from akeyi.arrivals.rules import CLOSED
from akeyi.assistance import queries as assistance
from akeyi.figures import queries as figures
from akeyi.journal.models import Envelope
from akeyi.onward import queries as onward
from akeyi.people import queries as people

from . import crossing
from .days import a_day
from .measured import ENDS, measured

HOUR = timedelta(hours=1)
# Further back is another day's: the page of an arrival has it.
HOURS = 12
# The stations through which every card goes, and which fact shows that somebody works there.
ON_THE_WAY = {kind: station for kind, station in ENDS.items() if station in ("register", "serve", "leave")}


@dataclass(frozen=True)
class Hour:
    """One hour of a lane, in people."""

    begins: datetime
    came: crossing.Came
    served: int
    left: int


@dataclass(frozen=True)
class Shown:
    """One lane as the page shows it: now, and its hours, the latest first."""

    now: crossing.Lane
    arrivals: list[Arrival]
    counted_outside: WaitingOutside | None
    came: int
    served: int
    left: int
    hours: list[Hour]


@dataclass(frozen=True)
class Crossing:
    """All lanes, those waiting outside of any lane, and what follows."""

    lanes: list[Shown]
    outside: arrivals.Outside | None
    advice: list[crossing.Advice]


def lanes(viewer: Viewer, now: datetime) -> Crossing:
    """The lanes of a site: those it has now, and others in which somebody still is."""
    if not viewer.sees_figures:
        raise MayNotRead("figures")
    site = viewer.site
    of_lane: dict[str, list[figures.Row]] = {lane: [] for lane in access.lanes(site)}
    for row in figures.board(site):
        if row.arrival and row.arrival.lane and (row.arrival.status not in CLOSED or row.columns["inside"]):
            of_lane.setdefault(row.arrival.lane, []).append(row)
    outside = arrivals.waiting_outside(site)
    happened = _Happened(site, now)
    shown = [_shown(lane, rows, outside, happened) for lane, rows in of_lane.items()]
    return Crossing(shown, outside, crossing.advice([one.now for one in shown]))


class _Happened:
    """What was told of cards, read once for all lanes: when people came, were first served and left."""

    def __init__(self, site: str, now: datetime) -> None:
        self.site, self.now = site, now
        known = people.everybody(site)
        self.known = known
        self.came: dict[str, list[tuple[datetime, int]]] = defaultdict(list)
        out_of_households = set()
        for at, source, target, groups in known.moves:
            if source is None:
                self.came[known.resolve(target)].append((at, sum(groups.values())))
            elif known.resolve(target) not in known.tokens:
                out_of_households.add(known.resolve(target))
        for one in known.arrival:
            if one not in known.tokens and one not in out_of_households:
                self.came[one].append((known.met[one], 1))
        first: dict[str, datetime] = {}
        for card, given in assistance.given(site).items():
            one = known.resolve(card)
            at = min(when for _, _, when in given)
            first[one] = min(at, first.get(one, at))
        # Whoever came out of a household that was served was served with it: they are counted when they came out.
        self.served = {one: first.get(one, known.met.get(one)) for one in assistance.served(site, known)}
        self.left: dict[str, list[tuple[datetime, int]]] = defaultdict(list)
        for card, count, _, at in onward.exits(site):
            one = known.resolve(card)
            # As the board counts: a person leaves once, and never more of a household than came.
            went = min(count, self.people(one) - sum(n for _, n in self.left[one]))
            if went > 0:
                self.left[one].append((at, went))
        today = now.astimezone(access.zone_of(site)).replace(hour=0, minute=0, second=0, microsecond=0)
        self.seconds = _seconds(site, today.astimezone(UTC))

    def people(self, card: str) -> int:
        return sum(self.known.tokens[card].values()) if card in self.known.tokens else 1


def _shown(lane: str, rows: list[figures.Row], outside: arrivals.Outside | None, of: _Happened) -> Shown:
    ids = [row.arrival.subject for row in rows if row.arrival]
    cards = [card for id in ids for card in of.known.of_arrival(id)]
    with_cards = [one for card in cards for one in of.came[card]]
    served = [(at, of.people(card)) for card in cards if (at := of.served.get(card))]
    left = [one for card in cards for one in of.left[card]]
    counted, sampled = arrivals.counted_at(ids), arrivals.samples(ids)
    ready = sum(of.people(card) - sum(n for _, n in of.left[card]) for card in cards if of.served.get(card) is not None)
    last_hour = of.now - HOUR

    def came(since: datetime, until: datetime) -> crossing.Came:
        minutes = [(n, length) for at, n, length in sampled if since < at <= until]
        return crossing.came(_within(counted, since, until), _within(with_cards, since, until), minutes)

    begins = [of.now.replace(minute=0, second=0, microsecond=0) - n * HOUR for n in range(HOURS)]
    hours = [
        Hour(at, came(at, at + HOUR), _within(served, at, at + HOUR), _within(left, at, at + HOUR)) for at in begins
    ]
    told = outside.lanes.get(lane) if outside else None
    now = crossing.Lane(
        lane,
        outside=told.people if told else None,
        inside=sum(row.columns["inside"] or 0 for row in rows),
        ready=ready,
        comes=came(last_hour, of.now),
        paces=crossing.pace(
            _workers(of.site, ids, last_hour), of.seconds, sum(map(of.people, cards)) / len(cards) if cards else 1
        ),
    )
    return Shown(
        now,
        [row.arrival for row in rows if row.arrival],
        told,
        sum(n for _, n in with_cards),
        sum(n for _, n in served),
        sum(n for _, n in left),
        [one for one in hours if one.came.people or one.served or one.left],
    )


def _within(told: Iterable[tuple[datetime, int]], since: datetime, until: datetime) -> int:
    return sum(people for at, people in told if since < at <= until)


def _workers(site: str, ids: list[str], since: datetime) -> dict[str, int]:
    """By station, how many worked for these arrivals since: of the envelope alone, who and what, never of whom."""
    if not ids:
        return {}
    found: dict[str, set[tuple[str | None, str]]] = {station: set() for station in ON_THE_WAY.values()}
    rows = Envelope.objects.filter(site=site, kind__in=list(ON_THE_WAY), at__gte=since.isoformat())
    for kind, worker, device, of in rows.values_list("kind", "worker", "device", "arrivals"):
        if set(of.split(",")) & set(ids):
            found[ON_THE_WAY[kind]].add((worker, device))
    return {station: len(who) for station, who in found.items()}


@lru_cache(maxsize=8)
def _seconds(site: str, day: datetime) -> dict[str, float]:
    """What a card takes at each station: measured on earlier days, else as in other receptions."""
    known = measured(site, day, ("reception", "assistance"))
    # A household's card takes as long to open however often it was measured for one person.
    modelled = {stop.name: stop.time.mean_s for stop in a_day([], {}, known, "household").stops}
    return {station: modelled[station] for station in ON_THE_WAY.values()}


__all__ = ["Crossing", "Hour", "Shown", "lanes"]
