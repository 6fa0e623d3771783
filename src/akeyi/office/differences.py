"""Why an arrival's numbers differ: who, for those who may see names, and how many, for all."""

from collections import Counter
from dataclasses import dataclass, field

from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.models import Line
from akeyi.figures.queries import Row
from akeyi.figures.rules import left_by
from akeyi.onward import queries as onward
from akeyi.people import queries as people
from akeyi.people.models import Reception


@dataclass
class Difference:
    """Some people: how many, and who where names may be seen (None: they may not)."""

    count: int
    receptions: list[Reception] | None = None
    lines: list[Line] | None = None


@dataclass
class Explained:
    """Everything between two columns that somebody may ask about."""

    not_seen: Difference
    not_on_list: Difference
    not_served: Difference
    inside: Difference
    registered: Difference
    served: Difference
    not_registered: int
    households: list[tuple[Reception | None, int]] = field(default_factory=list)
    in_households: int = 0
    known: int = 0
    left_how: list[tuple[str, int]] = field(default_factory=list)


def explain(viewer: Viewer, row: Row) -> Explained:
    """Names only where the viewer reads behind the wall they stand behind."""
    assert row.arrival is not None
    told, left = row.told, left_by(row.told.exits, row.told.households)
    by_id: dict[str, Reception] | None = None
    if viewer.sees_names:
        by_id = {one.subject: one for one in people.receptions(viewer, row.arrival.subject)}

    def who(ids: set[str]) -> Difference:
        listed = None if by_id is None else sorted((by_id[one] for one in ids if one in by_id), key=_by_card)
        return Difference(len(ids), listed)

    lines = None
    if viewer.sees_names and row.not_seen:
        latest = arrivals.latest_lines(viewer, row.arrival.subject) or []
        lines = [line for line in latest if line.id in row.not_seen]
    return Explained(
        not_seen=Difference(len(row.not_seen) + row.erased, lines=lines),
        not_on_list=who(row.not_on_list if row.lines else set()),
        not_served=who(row.not_served & told.persons),
        inside=who(told.persons - left.keys()),
        registered=who(told.registered & told.persons),
        served=who(told.served & (told.persons | told.households.keys())),
        not_registered=row.not_registered,
        households=[((by_id or {}).get(token), count) for token, count in sorted(told.households.items()) if count],
        in_households=row.in_households,
        known=len(told.persons) + row.in_households + sum(n for one, n in left.items() if one in told.households),
        left_how=_left_how(viewer, row),
    )


def _by_card(one: Reception) -> tuple[str, str, str]:
    return (one.family_name or "", one.given_names or "", one.card or "")


def _left_how(viewer: Viewer, row: Row) -> list[tuple[str, int]]:
    """How those who left went, the most first. For those who read names only, as in the closing report."""
    if not viewer.sees_names or not row.told.exits:
        return []
    resolve = people.everybody(viewer.site).resolve
    of_arrival = {one for one, _ in row.told.exits}
    counted: Counter[str] = Counter()
    last: dict[str, str] = {}
    for reception, count, how, _ in onward.exits(viewer.site):
        one = resolve(reception)
        if one in row.told.households:
            counted[how] += count
        elif one in of_arrival:
            # A person leaves once, however often it was told: the last word on how.
            last[one] = how
    counted.update(last.values())
    return counted.most_common()
