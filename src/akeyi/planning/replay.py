"""A simulated day played against a running demo hub, as its tablets would tell it: for drills and measurements."""

import json
import os
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from random import Random
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from akeyi.access import devices
from akeyi.access import queries as access
from akeyi.access.models import OfficeAccount
from akeyi.access.sealing_as_tablets import Sealing
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance import queries as assistance
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.errors import AkeyiError
from akeyi.errors.planning import NO_HUB_THERE, NOT_FOR_REAL_PEOPLE
from akeyi.journal import clock, serve
from akeyi.journal.declare import Fact
from akeyi.journal.ids import new_id
from akeyi.journal.saying import as_fact
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.screening.facts.seen import SeenTold
from akeyi.screening.facts.triage import TriageSet

from .queries import PLACE_OF

# A hall has no more; and each is a connection.
MOST_TABLETS = 60
# As many as a tablet hands over at once.
AT_ONCE = 200
ANSWERS_WITHIN_S = 60
# When, at which station, who: as a simulated day notes its visits.
Visits = Sequence[tuple[float, str, int]]
# When, what, of whom, of which arrival.
Told = tuple[float, Fact, str, str]


@dataclass
class Played:
    """What became of a played day. `late_s`: how far behind its own clock the slowest tablet was at the end."""

    sent: int = 0
    accepted: int = 0
    tablets: int = 0
    took_s: float = 0
    late_s: float = 0
    answers_s: list[float] = field(default_factory=list)

    @property
    def p95_ms(self) -> float:
        """What 95 of 100 answers take at most."""
        in_order = sorted(self.answers_s)
        return in_order[max(0, -(-len(in_order) * 95 // 100) - 1)] * 1000 if in_order else 0.0


def refuse_real_people() -> None:
    """Raises NOT_FOR_REAL_PEOPLE unless this is a demo, with the accounts that only a demo invents."""
    if settings.MODE != "demo" or not OfficeAccount.objects.filter(is_invented=True).exists():
        raise AkeyiError(NOT_FOR_REAL_PEOPLE)


@dataclass
class Tablet:
    """One tablet of the played day: tells what its station did, when its clock says so."""

    hub: str
    site: str
    worker: str | None
    label: str
    told: list[Told] = field(default_factory=list)
    n: int = 0
    last: str = clock.ZERO

    def __post_init__(self) -> None:
        self.at = urlsplit(self.hub)
        self.connection = HTTPConnection(self.at.hostname or "", self.at.port or 80, timeout=ANSWERS_WITHIN_S)
        # The code is of this database: a hub on another one does not know it.
        enrolled = self._ask("/access/enrol", json.dumps({"code": devices.offer_enrolment(self.site, self.label)}))
        self.device, self.token = enrolled["device"], enrolled["token"]
        self.sealing = Sealing(enrolled["hub_key"])

    def _ask(self, path: str, body: str | bytes, **headers: str) -> dict[str, Any]:
        try:
            self.connection.request("POST", path, body, headers)
            answer = self.connection.getresponse()
            said = answer.read()
        except (OSError, HTTPException):
            raise AkeyiError(NO_HUB_THERE, hub=self.hub) from None
        if answer.status != 200:
            raise AkeyiError(NO_HUB_THERE, hub=self.hub)
        found: dict[str, Any] = json.loads(said)
        return found

    def play(self, begun: float, speed: float, played: Played, lock: threading.Lock) -> None:
        """Tells everything in its time; what became due while the hub answered goes in one batch."""
        at = 0
        while at < len(self.told):
            wait = begun + self.told[at][0] / speed - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            until = (time.monotonic() - begun) * speed
            due = [one for one in self.told[at : at + AT_ONCE] if one[0] <= until] or [self.told[at]]
            asked = time.monotonic()
            accepted = self._tell([self._fact(body, subject, arrival) for _, body, subject, arrival in due])
            took = time.monotonic() - asked
            at += len(due)
            with lock:
                played.sent += len(due)
                played.accepted += accepted
                played.answers_s.append(took)
                played.late_s = max(played.late_s, time.monotonic() - begun - due[-1][0] / speed)

    def _fact(self, body: Fact, subject: str, arrival: str) -> dict[str, Any]:
        self.n += 1
        now = datetime.now(UTC)
        self.last = clock.tick(self.last, int(now.timestamp() * 1000))
        said = Saying(body, self.site, subject, [arrival], self.worker)
        made = as_fact(said, id=new_id(), device=self.device, n=self.n, clock=self.last, salt=os.urandom(16), now=now)
        return serve.as_json(made)

    def _tell(self, facts: list[dict[str, Any]]) -> int:
        told = [self.sealing.told(one["id"], one["n"], one["wall"], json.dumps(one).encode()) for one in facts]
        headers = {"Content-Type": "application/octet-stream", "Authorization": f"Bearer {self.token}"}
        answer = self._ask("/journal/facts", self.sealing.batch(*told), **headers)
        return sum(one["answer"] in ("stored", "known") for one in answer["answers"])


def play(hub: str, site: str, visits: Visits, speed: float, seed: int = 1) -> Played:
    """Plays a day at so many times its pace. Raises AkeyiError where people are real or no hub answers."""
    refuse_real_people()
    arrival = _arrival(site)
    facts = _facts(site, visits, arrival, Random(seed))  # noqa: S311
    tablets = [
        _tablet(hub, site, station, n, every)
        for station, of in facts.items()
        for n, every in enumerate(_shared(of, max(1, MOST_TABLETS // len(facts))), 1)
    ]
    played, lock, begun = Played(tablets=len(tablets)), threading.Lock(), time.monotonic()
    failed: list[AkeyiError] = []

    def tells(tablet: Tablet) -> None:
        try:
            tablet.play(begun, speed, played, lock)
        except AkeyiError as error:
            failed.append(error)

    threads = [threading.Thread(target=tells, args=(tablet,), daemon=True) for tablet in tablets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    played.took_s = time.monotonic() - begun
    return played


def _arrival(site: str) -> str:
    """A flow on foot of its own, so that a drill is known from the day around it."""
    arrival, label = new_id(), f"Drill {secrets.token_hex(2)}"
    said = ArrivalRevised(how="on_foot", label=label, status="met", landed_at=datetime.now(UTC))
    tell(Saying(said, site=site, subject=arrival))
    return arrival


def _facts(site: str, visits: Visits, arrival: str, chance: Random) -> dict[str, list[Told]]:
    """What each station tells: (when, what, of whom, of which arrival). Nobody has a name."""
    goods = [one.subject for one in assistance.items(site) if one.is_active]
    # Of cards that belong to no series: those of the site stay for people.
    ids: dict[int, str] = defaultdict(new_id)
    found: dict[str, list[Told]] = defaultdict(list)
    begun = min((at for at, _, _ in visits), default=0.0)
    for at, station, number in visits:
        about = arrival if station == "count" else ids[number]
        for body in _said(station, number, arrival, goods, chance):
            found[station].append((at - begun, body, about, arrival))
    return found


def _said(station: str, number: int, arrival: str, goods: Sequence[str], chance: Random) -> Iterator[Fact]:
    match station:
        case "count":
            group = chance.choice(("man", "man", "man", "woman", "girl", "boy"))
            yield Tallied(group=group, count=1, counting="count", door="A", how="tap")  # type: ignore[arg-type]
        case "screen":
            yield TriageSet(colour="red" if number % 33 == 0 else "orange" if number % 5 == 0 else "green", place="A")
        case "register":
            yield ReceptionRevised(
                arrival=arrival,
                sex=chance.choice(("female", "male")),
                age=chance.randint(0, 70),
                by_card_only=True,
            )
        case "health" | "protection":
            yield SeenTold()
        case "serve" if goods:
            yield HandOutGiven(item=goods[number % len(goods)])
        case "leave":
            yield Left(how="own_way")


def _shared(told: list[Told], most: int) -> list[list[Told]]:
    """The facts of a station in the hands of as many tablets as it takes for each to tell one in ten seconds."""
    lasts = max((one[0] for one in told), default=0.0)
    tablets = min(most, max(1, round(len(told) * 10 / max(1.0, lasts))))
    return [told[n::tablets] for n in range(tablets) if told[n::tablets]]


def _tablet(hub: str, site: str, station: str, n: int, told: list[Told]) -> Tablet:
    place = PLACE_OF.get(station, "screen")  # type: ignore[call-overload]
    worker = next((one["id"] for one in access.workers(site) if place in one["places"]), None)
    return Tablet(hub, site, worker, f"Drill {station} {n}", told)
