"""The demo day until 14:05: one flight nearly through, one in the middle, one announced for 13:10 and late."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from akeyi.access import devices
from akeyi.arrivals import manifests, queries
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.readers import read_manifest
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.children.facts.carer import CarerRecorded
from akeyi.journal import clock
from akeyi.journal.declare import Fact
from akeyi.journal.envelope import WireFact
from akeyi.journal.ids import new_id, uuid7
from akeyi.journal.record import record
from akeyi.journal.saying import Saying, as_fact
from akeyi.journal.tell import tell
from akeyi.onward.facts.exit import How, Left
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.facts.roll import RollOpened
from akeyi.screening.facts.last_word import LastWordAsked

from . import complaints, corner
from .lists import write_lists
from .morning import Morning, local
from .people import FLIGHTS, Flight, Person, people_of


@dataclass
class Tablet:
    """A tablet of the demo: tells facts at the day's times."""

    day: Morning
    label: str
    worker: str
    device: str = ""
    n: int = 0
    last: str = clock.ZERO
    told: list[WireFact] = field(default_factory=list)

    def __post_init__(self) -> None:
        enrolled = devices.enrol(devices.offer_enrolment(self.day.site, self.label))
        self.device = enrolled["device"]

    def say(self, body: Fact, subject: str | None, arrival: str, at: datetime, by: str | None = None) -> str:
        """Keeps one fact to be sent, said by whoever works on the tablet or by a colleague; gives its id."""
        self.n += 1
        now_ms = int(at.timestamp() * 1000)
        self.last = clock.tick(self.last, now_ms)
        saying = Saying(body, self.day.site, subject, [arrival], by or self.worker, at)
        fact = as_fact(
            saying,
            id=uuid7(now_ms, os.urandom(10)),
            device=self.device,
            n=self.n,
            clock=self.last,
            salt=os.urandom(16),
            now=at,
        )
        self.told.append(fact)
        return fact.id

    def send(self) -> None:
        """Sends what was kept, as a tablet does when it hears the hub."""
        record(self.told, came_from=self.device)
        devices.hear(self.device, unsent=0, last_n=self.n)
        self.told = []


@transaction.atomic
def live(day: Morning, lists: Path) -> None:
    """Tells the day; the lists are written to `lists` and read as an office would."""
    workers = [day.workers[name] for name in ("Wilson", "Nadia", "Évens")]
    tablets = [Tablet(day, f"Tablet {n}", workers[n % 3]) for n in range(1, 5)]
    files = write_lists(lists)
    cards = iter(day.series.draw() if day.series else ())
    first, second, third = FLIGHTS
    for flight in FLIGHTS:
        _announce(day, flight)
    arrivals = {one.label or "": one.subject for one in queries.arrivals(day.site)}
    for flight in FLIGHTS:
        _read_list(day, arrivals[flight.label], files[flight.label])
    for number, flight in enumerate((first, second)):
        _land(day, arrivals[flight.label], flight, rolls=range(number * 2, number * 2 + 2 + number))
    _revise_eta(day, arrivals[third.label])
    _meet(day, tablets, arrivals[first.label], first, cards, Progress(99, 97, 95, 87))
    here = _meet(day, tablets, arrivals[second.label], second, _roll(day, 2), Progress(101, 88, 61, 27))
    # A tablet's clock runs on: what was seen in the corner is told in the order of the day, after what is above.
    corner.live(
        day.site,
        here,
        lambda body, reception, at, by: tablets[3].say(
            body, reception, arrivals[second.label], local(at), day.workers[by]
        ),
    )
    for tablet in tablets:
        tablet.send()
    complaints.live(day)


@dataclass(frozen=True)
class Progress:
    """How far a flight has come: people counted, registered, served, left."""

    counted: int
    registered: int
    served: int
    left: int


def _roll(day: Morning, first: int) -> Iterator[str]:
    assert day.series is not None
    return iter(day.series.draw()[first * day.series.roll_size :])


def _announce(day: Morning, flight: Flight) -> None:
    arrival = new_id()
    said_by = "Office National de la Migration"
    tell(
        Saying(
            ArrivalRevised(
                how="flight",
                label=flight.label,
                carrier="Global Crossing",
                origin="Del Rio",
                status="announced",
                eta_at=local(flight.announced_eta),
                notified_by=said_by,
                channel="phone",
            ),
            site=day.site,
            subject=arrival,
            worker=day.workers["Guerline"],
            at=local("07:30"),
        ),
        Saying(
            ExpectedTold(claim="expected", said_by=said_by, total=flight.total),
            site=day.site,
            subject=arrival,
            arrivals=[arrival],
            worker=day.workers["Guerline"],
            at=local("07:31"),
        ),
    )


def _read_list(day: Morning, arrival: str, file: Path) -> None:
    reading = read_manifest(file.read_bytes(), file.name)
    manifests.keep(
        day.site,
        arrival,
        reading.lines,
        format=reading.format,
        stated=reading.totals["stated"],
        said_by="carrier",
        worker=day.workers["Guerline"],
        at=local("08:15"),
    )


def _land(day: Morning, arrival: str, flight: Flight, rolls: range) -> None:
    assert flight.landed is not None and day.series is not None
    at = local(flight.landed)
    said = ArrivalRevised(status="landed", landed_at=at, door="A")
    tell(
        Saying(said, site=day.site, subject=arrival, worker=day.workers["Guerline"], at=at),
        *(
            Saying(
                RollOpened(series=day.series_id, number=roll, arrival=arrival),
                site=day.site,
                subject=str(day.series.roll_id(roll)),
                arrivals=[arrival],
                at=at,
            )
            for roll in rolls
        ),
    )
    if flight is FLIGHTS[0]:
        claim = ExpectedTold(claim="on_the_plane", said_by="carrier", total=flight.total)
        tell(Saying(claim, site=day.site, subject=arrival, arrivals=[arrival], at=at))


def _revise_eta(day: Morning, arrival: str) -> None:
    said = ArrivalRevised(eta_at=local("14:40"), status="under_way")
    tell(Saying(said, site=day.site, subject=arrival, worker=day.workers["Guerline"], at=local("12:55")))


def _meet(
    day: Morning, tablets: list[Tablet], arrival: str, flight: Flight, cards: Iterator[str], until: Progress
) -> list[corner.Met]:
    """Counts, registers, serves and lets go, each a little after the other; gives who was registered and is here."""
    assert flight.landed is not None and day.series is not None
    chance = random.Random(flight.label)  # noqa: S311 - the same day every time
    door = local(flight.landed) + timedelta(minutes=6)
    lines = queries.line_ids(queries.manifests(arrival)[0].subject)
    people = people_of(flight)
    heads: dict[int, str] = {}
    here: list[corner.Met] = []
    for place, person in enumerate(people[: until.counted]):
        at = door + timedelta(seconds=9 * place)
        tally = Tallied(group=person.group, count=1, counting="count", door="A", how="tap")
        tablets[0].say(tally, arrival, arrival, at)
        if place >= until.registered:
            continue
        tablet = tablets[1 + place % 2]
        card = next(cards)
        reception = str(day.series.reception_id(card))
        roll = day.series.roll_of(card)
        head = heads.setdefault(person.family, reception)
        line = lines[place] if place < len(lines) and chance.random() < 0.98 else None
        at += timedelta(minutes=12)
        said = _said(
            person, card, str(day.series.roll_id(roll or 0)), head if head != reception else None, line, chance
        )
        tablet.say(said, reception, arrival, at)
        if person.age < 18 and head != reception:
            tablet.say(CarerRecorded(carer=head), reception, arrival, at)
        if place < until.served:
            for item in ("meal", "kit"):
                at += timedelta(minutes=4)
                tablets[3].say(HandOutGiven(item=day.items[item]), reception, arrival, at)
        if place < until.left:
            how: How = chance.choice(("own_way", "own_way", "collected", "own_wish"))
            at += timedelta(minutes=20)
            said_last = LastWordAsked(has_eaten=place < until.served, knows_way=place % 20 != 7)
            tablets[2].say(said_last, reception, arrival, at)
            tablets[2].say(Left(how=how, destination=chance.choice(("HT01", "HT03", "HT05"))), reception, arrival, at)
        else:
            here.append(corner.Met(person, reception, card))
    return here


def _said(
    person: Person, card: str, roll: str, head: str | None, line: str | None, chance: random.Random
) -> ReceptionRevised:
    """What a clerk registers in quick mode; a few go by card only."""
    body: dict[str, Any] = {
        "card": card,
        "roll": roll,
        "sex": person.sex,
        "age": person.age,
        "is_about": chance.random() < 0.4,
        "languages": ["ht"] if person.nationality == "HTI" else ["es" if person.nationality == "CHL" else "pt", "ht"],
    }
    if chance.random() < 0.04:
        body["by_card_only"] = True
    else:
        body |= {"family_name": person.family_name, "given_names": person.given_names}
        if line:
            body["line"] = line
    if head:
        body["family"] = head
    return ReceptionRevised(**body)
