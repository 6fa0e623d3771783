"""The board: per arrival the seven columns, computed from the facts at the moment of asking."""

from collections import defaultdict
from dataclasses import dataclass, field

from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.models import Arrival
from akeyi.assistance import queries as assistance
from akeyi.onward import queries as onward
from akeyi.people import queries as people

from .rules import COLUMNS, Told, columns


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


def board(site: str) -> list[Row]:
    """A row per arrival, the soonest first; last, where there are any, people of no arrival yet."""
    known = people.everybody(site)
    all_arrivals = arrivals.arrivals(site)
    ids = [one.subject for one in all_arrivals]
    claims, tallies, unseen = arrivals.claims(ids), arrivals.tallies(ids), arrivals.left_unseen(ids)
    served = {known.resolve(one) for one in assistance.given(site)}
    exits: dict[str, list[int]] = defaultdict(list)
    for reception, count, _ in onward.exits(site):
        exits[known.resolve(reception)].append(count)
    rows = []
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
            exits=[(reception, count) for reception in sorted(receptions) for count in exits[reception]],
        )
        if arrival is not None:
            told.claims = [(said.claim, said.total, said.clock, said.id) for said in claims[arrival]]
            told.tallies = [(way, count) for way, groups in tallies[arrival].items() for count in groups.values()]
            told.left_unseen = unseen[arrival]
        row = Row(one, columns(told), told)
        if arrival is not None:
            row.counted_groups = tallies[arrival]["count"]
            _compare_with_list(row, arrival, known)
        rows.append(row)
    return rows


def total(rows: list[Row]) -> dict[str, int | None]:
    """The columns of all rows together; None where no row has a number."""
    return {
        name: sum(told) if (told := [n for row in rows if (n := row.columns[name]) is not None]) else None
        for name in COLUMNS
    }


def _compare_with_list(row: Row, arrival: str, known: people.Everybody) -> None:
    """A person recognised on an earlier list is looked for on the latest one, where that has the same line."""
    listed = arrivals.the_list(arrival)
    if listed is None:
        return
    on = {one: listed.moved.get(line, line) for one, line in known.line.items() if one in row.told.persons}
    row.lines, row.erased = listed.lines, listed.erased
    row.not_seen = listed.lines - set(on.values())
    row.not_on_list = {one for one in row.told.registered if on.get(one) not in listed.lines}
