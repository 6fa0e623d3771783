"""The board: per arrival the seven columns, computed from the facts at the moment of asking."""

from dataclasses import dataclass, field

from akeyi.arrivals import queries as arrivals
from akeyi.arrivals import rules
from akeyi.arrivals.models import Arrival
from akeyi.assistance import queries as assistance
from akeyi.onward import queries as onward
from akeyi.people import queries as people

COLUMNS = ("expected", "on_the_plane", "counted", "registered", "served", "inside", "left")


@dataclass
class Row:
    """One arrival's columns; None where nobody said anything. `arrival` None: people of no arrival yet."""

    arrival: Arrival | None
    expected: int | None = None
    on_the_plane: int | None = None
    counted: int = 0
    registered: int = 0
    served: int = 0
    inside: int = 0
    left: int = 0
    left_unseen: int = 0
    in_households: int = 0
    by_card_only_left: int = 0
    counted_groups: dict[str, int] = field(default_factory=dict)
    not_on_list: int = 0
    not_seen_from_list: int | None = None
    lines: int | None = None

    def columns(self) -> dict[str, int | None]:
        return {name: getattr(self, name) for name in COLUMNS}


def board(site: str) -> list[Row]:
    """A row per arrival, the soonest first; last, where there are any, people of no arrival yet."""
    known = people.everybody(site)
    all_arrivals = arrivals.arrivals(site)
    ids = [one.subject for one in all_arrivals]
    claims, tallies, unseen = arrivals.claims(ids), arrivals.tallies(ids), arrivals.left_unseen([*ids, site])
    served = {known.resolve(one) for one in assistance.given(site)}
    left: dict[str, int] = {}
    for reception, count, _ in onward.exits(site):
        one = known.resolve(reception)
        # A person leaves once, however many tablets saw it; a household leaves in parts.
        left[one] = left.get(one, 0) + count if one in known.tokens or left.get(one, 0) == 0 else left[one]
    rows = []
    for one in [*all_arrivals, None]:
        arrival = one.subject if one else None
        receptions = known.of_arrival(arrival)
        if one is None and not receptions:
            continue
        row = Row(one)
        if one is not None:
            for claim in reversed(claims.get(one.subject, [])):
                setattr(row, claim.claim, claim.total)
            row.counted_groups = tallies[one.subject]["count"]
            row.counted = rules.total(row.counted_groups)
            row.left_unseen = unseen[one.subject]
            _compare_with_list(row, one.subject, receptions, known)
        row.registered = sum(reception in known.registered for reception in receptions)
        row.served = sum(reception in served for reception in receptions)
        row.left = sum(left.get(reception, 0) for reception in receptions)
        row.in_households = sum(sum(known.tokens[one].values()) for one in receptions if one in known.tokens)
        left_from_households = sum(left.get(one, 0) for one in receptions if one in known.tokens)
        row.inside = rules.inside(
            row.counted, known.people_known(arrival) + left_from_households, row.left, row.left_unseen
        )
        rows.append(row)
    return rows


def _compare_with_list(row: Row, arrival: str, receptions: list[str], known: people.Everybody) -> None:
    lists = arrivals.manifests(arrival)
    if not lists:
        return
    lines = set(arrivals.line_ids(lists[0].id))
    found = {known.line[one] for one in receptions if one in known.line}
    row.lines = len(lines)
    row.not_seen_from_list = len(lines - found)
    row.not_on_list = sum(one in known.registered and known.line.get(one) not in lines for one in receptions)
