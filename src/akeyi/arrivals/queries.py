"""What other rooms and pages may ask about arrivals, lists and counts. Nothing here names a person but `lines`."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Sum

from akeyi.access.viewer import Viewer, need
from akeyi.journal.serve import history

from . import rules
from .models import Arrival, Expected, Line, Manifest, Sample, Sweep, Tally, WaitingOutside
from .readers import compare


def open_arrivals(site: str) -> list[str]:
    """Ids of the arrivals of a site that tablets serve: not closed or cancelled, and the shifts before an open one."""
    found = list(Arrival.objects.filter(site=site).values_list("subject", "status", "follows", "first_at"))
    return sorted(
        rules.with_shifts_before(
            [subject for subject, status, _, _ in found if status not in rules.CLOSED],
            {subject: follows for subject, _, follows, _ in found},
            {subject: began for subject, _, _, began in found},
            datetime.now(UTC),
        )
    )


def arrivals(site: str) -> list[Arrival]:
    """All arrivals of a site, the soonest first."""
    return sorted(Arrival.objects.filter(site=site), key=lambda one: one.landed_at or one.eta_at or one.first_at)


def arrival(site: str, subject: str) -> Arrival | None:
    """One arrival of a site."""
    return Arrival.objects.filter(site=site, subject=subject).first()


@dataclass(frozen=True)
class Claim:
    """How many, as somebody said."""

    claim: str
    total: int
    said_by: str
    groups: dict[str, int]
    at: datetime
    clock: str
    id: str


def claims(arrival_ids: list[str]) -> dict[str, list[Claim]]:
    """Per arrival every claim, the latest first."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in Expected.objects.filter(subject__in=arrival_ids).order_by("-clock", "-id"):
        found[row.subject].append(Claim(row.claim, row.total, row.said_by, row.groups or {}, row.at, row.clock, row.id))
    return found


def tallies(arrival_ids: list[str]) -> dict[str, dict[str, dict[str, int]]]:
    """Per arrival {"count": {group: n}, "check": {group: n}}."""
    told: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in Tally.objects.filter(subject__in=arrival_ids).values_list("subject", "counting", "group", "count"):
        told[row[0]].append((row[1], row[2], row[3]))
    return {subject: rules.sums(told[subject]) for subject in arrival_ids}


def agreement(arrival_id: str) -> dict[str, rules.Agreement]:
    """Per door, how far two counters agree."""
    doors: dict[str, dict[str, int]] = defaultdict(lambda: {"count": 0, "check": 0})
    for door, counting, count in Tally.objects.filter(subject=arrival_id).values_list("door", "counting", "count"):
        doors[door][counting] += count
    return {door: rules.Agreement(both["count"], both["check"]) for door, both in sorted(doors.items())}


def taps(site: str, arrival_id: str) -> list[Tally]:
    """Everything counted of an arrival, tap by tap, in the order it was told."""
    return list(Tally.objects.filter(site=site, subject=arrival_id).order_by("clock", "id"))


def sweeps(site: str) -> list[Sweep]:
    """Every count of the whole hall, the earliest first."""
    return list(Sweep.objects.filter(subject=site).order_by("clock", "id"))


def counted_by(arrival_id: str, moment: datetime) -> int:
    """How many had been counted of an arrival at a moment."""
    told = Tally.objects.filter(subject=arrival_id, counting="count", at__lte=moment)
    return told.aggregate(people=Sum("count"))["people"] or 0


@dataclass(frozen=True)
class Outside:
    """How many wait outside, and when the last of them were counted; by lane, None being the site as one queue."""

    people: int
    at: datetime
    lanes: dict[str | None, WaitingOutside]


def waiting_outside(site: str) -> Outside | None:
    """The latest count of people waiting outside, of each lane; None where nobody counted."""
    told = {(row.clock, row.id, row.lane): row for row in WaitingOutside.objects.filter(subject=site)}
    stand = rules.waiting_outside([(*key, row.people) for key, row in told.items()])
    if not stand:
        return None
    lanes = {lane: told[max(key for key in told if key[2] == lane)] for lane in stand}
    return Outside(sum(stand.values()), max(row.at for row in lanes.values()), lanes)


def samples(arrival_ids: list[str]) -> list[tuple[datetime, int, int]]:
    """(when, people, minutes) of every time when some minutes of a flow were counted."""
    return list(Sample.objects.filter(subject__in=arrival_ids).order_by("at").values_list("at", "people", "minutes"))


def counted_at(arrival_ids: list[str]) -> list[tuple[datetime, int]]:
    """(when, people) of everybody who was counted, by whoever counts first."""
    told = Tally.objects.filter(subject__in=arrival_ids, counting="count")
    return list(told.order_by("at").values_list("at", "count"))


def manifests(arrival_id: str) -> list[Manifest]:
    """The lists of an arrival, the latest first; the first is the one that counts."""
    return list(Manifest.objects.filter(arrival=arrival_id).order_by("-clock", "-id"))


def lines(viewer: Viewer, manifest_id: str) -> list[Line]:
    """The lines of a list."""
    need(viewer, "reception")
    return list(Line.objects.filter(manifest=manifest_id).order_by("number"))


def latest_lines(viewer: Viewer, arrival_id: str) -> list[Line] | None:
    """The lines of the list that counts; None where none was kept."""
    kept = manifests(arrival_id)
    return lines(viewer, kept[0].subject) if kept else None


def line_ids(manifest_id: str) -> list[str]:
    """The lines of a list, without what they say."""
    return list(Line.objects.filter(manifest=manifest_id).order_by("number").values_list("id", flat=True))


@dataclass(frozen=True)
class TheList:
    """The list that counts for an arrival: its lines, and where lines of earlier lists went. Ids only."""

    manifest: str
    lines: set[str]
    # line of an earlier list -> the line of this one that means the same person
    moved: dict[str, str]
    # lines that found nobody in time and are no longer known
    erased: int


def the_list(arrival_id: str) -> TheList | None:
    """The latest list of an arrival; None where none was kept."""
    kept = manifests(arrival_id)
    if not kept:
        return None
    if len(kept) == 1:
        ids = set(line_ids(kept[0].subject))
        return TheList(kept[0].subject, ids, {}, max(0, kept[0].lines - len(ids)))
    by_manifest: dict[str, list[Line]] = defaultdict(list)
    for line in Line.objects.filter(arrival=arrival_id):
        by_manifest[line.manifest].append(line)
    latest = by_manifest.pop(kept[0].subject, [])
    moved: dict[str, str] = {}
    for earlier in by_manifest.values():
        pairs = compare.pair([as_read(line) for line in earlier], [as_read(line) for line in latest])
        moved |= {earlier[old].id: latest[new].id for new, old in pairs.items()}
    return TheList(kept[0].subject, {line.id for line in latest}, moved, max(0, kept[0].lines - len(latest)))


def as_read(line: Line) -> dict[str, Any]:
    """A kept line as readers give lines."""
    return {
        "number": line.number,
        "family_name": line.family_name,
        "given_names": line.given_names,
        "sex": line.sex,
        "birth_date": line.birth_on.isoformat() if line.birth_on else None,
        "age": line.age,
        "nationality": line.nationality,
        "document_number": line.document_number,
        "family_group": line.family_group,
    }


def etas(arrival_id: str) -> list[tuple[datetime, datetime | None]]:
    """Every time of arrival that was said, in the order it was said: (when it was said, the time)."""
    said = []
    for fact in history(arrival_id):
        if fact.kind == "arrivals.arrival" and fact.body and "eta_at" in (body := json.loads(fact.body)):
            eta = datetime.fromisoformat(body["eta_at"]) if body["eta_at"] else None
            said.append((datetime.fromisoformat(fact.at), eta))
    return said


def statuses(arrival_id: str) -> list[tuple[datetime, str]]:
    """Every status that was said, in the order it was said: (when, the status)."""
    return [
        (datetime.fromisoformat(fact.at), body["status"])
        for fact in history(arrival_id)
        if fact.kind == "arrivals.arrival" and fact.body and (body := json.loads(fact.body)).get("status")
    ]


def site_of(arrival_id: str) -> str | None:
    """The site an arrival comes to."""
    return Arrival.objects.filter(subject=arrival_id).values_list("site", flat=True).first()


# The room of people says which lines found a person: arrivals may not ask it (it stands above).
_lines_found: list[Callable[[str], set[str]]] = []


def say_lines_found(ask: Callable[[str], set[str]]) -> None:
    """Registers who knows, for a site, the lines in which somebody was recognised."""
    _lines_found[:] = [ask]


def lines_found(site: str) -> set[str]:
    """Lines of a site's lists in which somebody was recognised."""
    return set().union(*(ask(site) for ask in _lines_found))
