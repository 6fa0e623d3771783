"""The board: per arrival the seven columns, computed from the facts at the moment of asking."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.models import Arrival
from akeyi.arrivals.rules import inside
from akeyi.assistance import queries as assistance
from akeyi.onward import queries as onward
from akeyi.people import queries as people

from .models import SenderAnswer
from .rules import COLUMNS, Sweep, Told, Unseen, columns, left_by, left_unseen


@dataclass
class Row:
    """One arrival's columns and what explains their differences. `arrival` None: people of no arrival yet."""

    arrival: Arrival | None
    columns: dict[str, int | None]
    told: Told
    counted_groups: dict[str, int] = field(default_factory=dict)
    # The list that counts: its lines, those nobody was found for, and registered people who are not on it.
    lines: set[str] | None = None
    not_seen: set[str] = field(default_factory=set)
    # Lines that found nobody and were erased in time: known by number only.
    erased: int = 0
    not_on_list: set[str] = field(default_factory=set)

    @property
    def not_served(self) -> set[str]:
        """Registered, and nothing given yet."""
        return self.told.registered - self.told.served

    @property
    def not_registered(self) -> int:
        """Counted, and not registered."""
        return max(0, (self.columns["counted"] or 0) - (self.columns["registered"] or 0) - self.in_households)

    @property
    def in_households(self) -> int:
        """People who came with a household token, those who have left included."""
        return sum(self.told.households.values())


@dataclass(frozen=True)
class Swept:
    """The last count of the whole hall."""

    at: datetime
    found: int
    # People of all arrivals who were missing, and those of them who can be of more than one arrival.
    missing: int
    of_any: int


class Board(list[Row]):
    """A row per arrival, the soonest first; last, where there are any, people of no arrival yet."""

    swept: Swept | None = None

    def total(self, rows: list[Row]) -> dict[str, int | None]:
        """The columns of some rows together; None where no row has a number."""
        found = {
            name: sum(told) if (told := [n for row in rows if (n := row.columns[name]) is not None]) else None
            for name in COLUMNS
        }
        if self.swept and found["inside"]:
            found["inside"] = max(0, found["inside"] - self.swept.of_any)
        return found


def board(site: str) -> Board:
    """What is known of a site's arrivals now."""
    known = people.everybody(site)
    all_arrivals = arrivals.arrivals(site)
    ids = [one.subject for one in all_arrivals]
    claims, tallies = arrivals.claims(ids), arrivals.tallies(ids)
    served = assistance.served(site, known)
    exits: dict[str, list[tuple[int, datetime]]] = defaultdict(list)
    for reception, count, _, at in onward.exits(site):
        exits[known.resolve(reception)].append((count, at))
    rows = Board()
    rows.swept, unseen = _sweeps(site, known, exits)
    for one in [*all_arrivals, None]:
        arrival = one.subject if one else None
        receptions = set(known.of_arrival(arrival))
        if one is None and not receptions:
            continue
        told = Told(
            persons=receptions - known.tokens.keys(),
            registered=receptions & known.registered,
            households={token: sum(known.tokens[token].values()) for token in receptions & known.tokens.keys()},
            served=receptions & served,
            exits=[(reception, count) for reception in sorted(receptions) for count, _ in exits[reception]],
            left_unseen=unseen.of.get(arrival or OF_NONE, 0),
        )
        if arrival is not None:
            told.claims = [(said.claim, said.total, said.clock, said.id) for said in claims[arrival]]
            told.tallies = [(way, count) for way, groups in tallies[arrival].items() for count in groups.values()]
        row = Row(one, columns(told), told)
        if arrival is not None:
            row.counted_groups = tallies[arrival]["count"]
            _compare_with_list(row, arrival, known)
        rows.append(row)
    return rows


# Whoever is of no arrival yet is looked for with every count of the hall.
OF_NONE = ""


def _sweeps(
    site: str, known: people.Everybody, exits: dict[str, list[tuple[int, datetime]]]
) -> tuple[Swept | None, Unseen]:
    """The last count of the hall, and who is missing by the last count of each arrival."""
    told = arrivals.sweeps(site)
    if not told:
        return None, Unseen({}, 0)
    last = {arrival: sweep for sweep in told for arrival in [*sweep.of, OF_NONE]}
    inside_then: dict[str, dict[str, int]] = defaultdict(dict)
    for arrival, sweep in last.items():
        inside_then[sweep.id][arrival] = _inside_at(arrival, sweep.at, known, exits)
    sweeps = [Sweep(sweep.found, inside_then[sweep.id]) for sweep in told if sweep.id in inside_then]
    unseen = left_unseen(sweeps)
    missing = unseen.more + sum(unseen.of[arrival] for arrival in sweeps[-1].inside)
    return Swept(told[-1].at, told[-1].found, missing, unseen.more), unseen


def _inside_at(
    arrival: str, moment: datetime, known: people.Everybody, exits: dict[str, list[tuple[int, datetime]]]
) -> int:
    """How many of an arrival the facts put inside at a moment, whenever they came."""
    receptions = known.of_arrival(arrival or None)
    gone = [(one, count) for one in receptions for count, at in exits[one] if at <= moment]
    left = sum(left_by(gone, known.households_at(moment)).values())
    counted = arrivals.counted_by(arrival, moment) if arrival else 0
    return inside(counted, known.known_at(receptions, moment), left, 0)


def _compare_with_list(row: Row, arrival: str, known: people.Everybody) -> None:
    """A person recognised on an earlier list is looked for on the latest one, where that has the same line."""
    listed = arrivals.the_list(arrival)
    if listed is None:
        return
    on = {one: listed.moved.get(line, line) for one, line in known.line.items() if one in row.told.persons}
    row.lines, row.erased = listed.lines, listed.erased
    row.not_seen = listed.lines - set(on.values())
    row.not_on_list = {one for one in row.told.registered if on.get(one) not in listed.lines}


def sender_answers(viewer: Viewer) -> list[SenderAnswer]:
    """What senders were told from this site, the latest first: the head of mission's, and the office's."""
    if not (viewer.has_duty("sender") or viewer.reads("office")):
        raise MayNotRead("office")
    return list(SenderAnswer.objects.filter(site=viewer.site).order_by("-id")[:100])
