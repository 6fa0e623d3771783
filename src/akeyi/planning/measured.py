"""How long visits took on earlier days, out of the journal: from one person to the next, while somebody was waiting."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from akeyi.journal.models import Envelope

from .times import Time, fitted

# Which fact ends a visit at which station. Only the envelope is read: who, about whom, when; never what was said.
ENDS = {
    "people.reception": "register",
    "screening.triage": "screen",
    "assistance.hand_out": "serve",
    "onward.exit": "leave",
}
COUNTS = "arrivals.tally"
OVER = timedelta(days=90)
# Whoever took longer had something else to do.
LONGEST_S = 30 * 60
# A tap of the counter that came later was not the next person of a queue.
NEXT_TAP_S = 60
# Facts that one press of a button told.
TOGETHER_S = 2
MOST_FACTS = 50_000


@dataclass(frozen=True)
class Ended:
    """A visit: whose, by whom, when. `arrival`: whose flow it belongs to."""

    station: str
    subject: str
    worker: str
    at: float
    arrival: str


def measured(site: str, before: datetime, walls: Collection[str]) -> dict[str, Time]:
    """By station the time that was fitted to earlier days. What stands behind other walls is not looked at."""
    rows = (
        Envelope.objects.filter(
            site=site,
            kind__in=[*ENDS, COUNTS],
            wall__in=list(walls),
            at__lt=before.isoformat(),
            at__gte=(before - OVER).isoformat(),
        )
        .order_by("-clock")
        .values_list("kind", "subject", "worker", "device", "at", "arrivals")[:MOST_FACTS]
    )
    ended, taps = [], []
    for kind, subject, worker, device, at, arrivals in rows:
        moment = datetime.fromisoformat(at).timestamp()
        if kind == COUNTS:
            taps.append((device, subject, moment))
        elif worker:
            ended.append(Ended(ENDS[kind], subject, worker, moment, arrivals.split(",")[0]))
    durations = visits(ended, [(arrival, at) for _, arrival, at in taps])
    durations["count"] = gaps((device, at) for device, _, at in taps)
    return {station: time for station, found in durations.items() if (time := fitted(found)) is not None}


def gaps(taps: Iterable[tuple[str, float]]) -> list[float]:
    """Seconds from one tap to the next on one tablet, while people step down one after the other."""
    of_each: dict[str, list[float]] = defaultdict(list)
    for device, at in taps:
        of_each[device].append(at)
    found = []
    for moments in of_each.values():
        moments.sort()
        found += [b - a for a, b in pairwise(moments) if 0 < b - a <= NEXT_TAP_S]
    return found


def visits(ended: Iterable[Ended], counted: Iterable[tuple[str, float]]) -> dict[str, list[float]]:
    """By station seconds a person, where the next one was there already when the one before was done.

    The next one was there: something was said of them before, or, before registering, more were counted of their
    arrival than registered. A family told with one press is divided by its people.
    """
    first: dict[tuple[str, str], Ended] = {}
    known_since: dict[str, list[float]] = defaultdict(list)
    for one in sorted(ended, key=lambda one: one.at):
        first.setdefault((one.station, one.subject), one)
        known_since[one.subject].append(one.at)
    came, registered = defaultdict(list), defaultdict(list)
    for arrival, at in counted:
        came[arrival].append(at)
    for one in first.values():
        if one.station == "register":
            registered[one.arrival].append(one.at)
    for moments in (*came.values(), *registered.values()):
        moments.sort()
    of_each: dict[tuple[str, str], list[list[Ended]]] = defaultdict(list)
    for one in sorted(first.values(), key=lambda one: one.at):
        batches = of_each[one.station, one.worker]
        if batches and one.at - batches[-1][-1].at <= TOGETHER_S:
            batches[-1].append(one)
        else:
            batches.append([one])
    found: dict[str, list[float]] = defaultdict(list)
    for (station, _), batches in of_each.items():
        for before, batch in pairwise(batches):
            done, took = before[-1].at, batch[-1].at - before[-1].at
            waiting = bisect_right(came[batch[0].arrival], done) > bisect_right(registered[batch[0].arrival], done)
            was_there = known_since[batch[0].subject][0] <= done or (station == "register" and waiting)
            if was_there and took <= LONGEST_S:
                found[station] += [took / len(batch)] * len(batch)
    return found
