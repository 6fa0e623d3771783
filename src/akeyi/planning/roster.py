"""The smallest roster with which the goals hold: from too few, one by one where people wait, then taken away again."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .hall import Day, Lived
from .replications import OUT_S, RED_S, REPLICATIONS, Each, Outcome, outcome, too_late

# More than so many workers at one station is no roster, it is another site.
MOST = 400
# Whoever comes late to a table finds somebody there: that it took too long is seen by how long it took.
UNTIL_ALL_ARE_OUT_S = 7 * 24 * 60 * 60


@dataclass(frozen=True)
class Roster:
    """So many workers by station, all the time; None of them can be spared, as far as so many days show."""

    staff: dict[str, int]
    outcome: Outcome

    @property
    def total(self) -> int:
        return sum(self.staff.values())

    def as_dict(self) -> dict[str, Any]:
        return {"staff": self.staff, "total": self.total}


def with_staff(day: Day, staff: Mapping[str, int]) -> Day:
    """A day with so many workers by station, from the first who comes until everybody is out."""
    since = min(at for at, _, _ in day.arrivals)
    until = max(at + over for at, _, over in day.arrivals) + UNTIL_ALL_ARE_OUT_S
    return replace(day, staff={name: [(since, until, workers)] for name, workers in staff.items()})


def smallest(day: Day, replications: int = REPLICATIONS, seed: int = 1, each: Each = None) -> Roster | None:
    """The smallest roster of a day; None where not even MOST at a station are enough.

    It is smallest in the sense that no single worker can be spared; another division of as many may do as well.
    """
    staff = _too_few(day)
    while lived := too_late(with_staff(day, staff), replications, seed):
        if each:
            each()
        where = _waits_most(lived)
        staff[where] += max(1, staff[where] // 10)
        if staff[where] > MOST:
            return None
    spared = True
    while spared:
        spared = False
        for name in sorted(staff, key=lambda one: -staff[one]):
            # Several at once while that goes well.
            step = max(1, staff[name] // 8)
            while step and staff[name] > 1:
                if each:
                    each()
                fewer = staff | {name: max(1, staff[name] - step)}
                if too_late(with_staff(day, fewer), replications, seed) is None:
                    staff, spared = fewer, True
                else:
                    step //= 2
    return Roster(staff, outcome(with_staff(day, staff), replications, seed))


def _too_few(day: Day) -> dict[str, int]:
    """As many as would have to work without a pause for everybody to be through in time."""
    found = {}
    for stop in day.stops:
        peak = max(
            sum(people for at, people, _ in day.arrivals if since <= at < since + OUT_S) for since, _, _ in day.arrivals
        )
        cards = peak / day.card_of if stop.once_a_card else peak
        found[stop.name] = max(1, math.ceil(cards * stop.share * stop.time.mean_s / (2 * OUT_S)))
    return found


def _waits_most(lived: Lived) -> str:
    """The station at which one worker more helps most: of the urgent first, then of all."""
    is_red_late = len(lived.red) and max(lived.red) > RED_S
    waits = lived.red_waits if is_red_late else {name: max(found, default=0.0) for name, found in lived.waits.items()}
    return max(waits, key=lambda name: (waits[name], name))
