"""A day lived many times by different chance: means with their intervals, and whether the goals hold."""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean, stdev
from typing import Any

from .hall import Day, Lived, live

# Red is with whoever can help within 10 minutes of the door, and everybody is out within two hours.
RED_S, OUT_S = 10 * 60, 2 * 60 * 60
REPLICATIONS = 20
# A goal holds where it holds in so many of a hundred days.
DAYS_OF_100 = 95
# Student's t for 95 of 100, by degrees of freedom; beyond 30 as for 30, which is a little wide.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


@dataclass(frozen=True)
class Estimate:
    """A mean over days, and how far it may be off: in 95 of 100 such runs the true mean lies within."""

    mean: float
    within: float


@dataclass(frozen=True)
class Outcome:
    """What days with this staff are like; times in seconds."""

    replications: int
    came: float
    # By station: mean waiting, and what 95 of 100 people wait at most.
    waits: dict[str, tuple[Estimate, Estimate]]
    door_to_exit: Estimate
    door_to_exit_95: Estimate
    longest: Estimate
    red_mean: Estimate
    red_longest: Estimate
    # People who are not out when nobody is left who could serve.
    left_waiting: Estimate
    # In how many of the days every red was helped in time; in how many everybody was out in time.
    red_in_time: int
    all_in_time: int

    @property
    def holds(self) -> bool:
        """Whether both goals hold."""
        return min(self.red_in_time, self.all_in_time) * 100 >= DAYS_OF_100 * self.replications

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"holds": self.holds}


@dataclass(frozen=True)
class Told:
    """One day in a few numbers."""

    came: int
    waits: dict[str, tuple[float, float]]
    door_to_exit: tuple[float, float, float]
    red: tuple[float, float]
    left_waiting: int
    red_in_time: bool
    all_in_time: bool


def told(lived: Lived) -> Told:
    """A day as it is compared with others."""
    out, red = sorted(lived.door_to_exit), sorted(lived.red)
    return Told(
        came=lived.came,
        waits={name: (_mean(waits), at_share(sorted(waits), 0.95)) for name, waits in lived.waits.items()},
        door_to_exit=(_mean(out), at_share(out, 0.95), out[-1] if out else 0.0),
        red=(_mean(red), red[-1] if red else 0.0),
        left_waiting=lived.waiting,
        red_in_time=not lived.red_waiting and (not red or red[-1] <= RED_S),
        all_in_time=not lived.waiting and (not out or out[-1] <= OUT_S),
    )


def at_share(in_order: Sequence[float], share: float) -> float:
    """What such a share of these numbers, sorted, does not exceed."""
    return in_order[max(0, math.ceil(len(in_order) * share) - 1)] if in_order else 0.0


Each = Callable[[], None] | None


def outcome(day: Day, replications: int = REPLICATIONS, seed: int = 1, each: Each = None) -> Outcome:
    """Lives a day so often; `each` is called after each of them."""
    days = []
    for number in range(replications):
        days.append(told(live(day, seed + number)))
        if each:
            each()
    return Outcome(
        replications=replications,
        came=fmean(one.came for one in days),
        waits={
            stop.name: (
                estimate([one.waits[stop.name][0] for one in days]),
                estimate([one.waits[stop.name][1] for one in days]),
            )
            for stop in day.stops
        },
        door_to_exit=estimate([one.door_to_exit[0] for one in days]),
        door_to_exit_95=estimate([one.door_to_exit[1] for one in days]),
        longest=estimate([one.door_to_exit[2] for one in days]),
        red_mean=estimate([one.red[0] for one in days]),
        red_longest=estimate([one.red[1] for one in days]),
        left_waiting=estimate([one.left_waiting for one in days]),
        red_in_time=sum(one.red_in_time for one in days),
        all_in_time=sum(one.all_in_time for one in days),
    )


def too_late(day: Day, replications: int = REPLICATIONS, seed: int = 1) -> Lived | None:
    """The day with which it is clear that a goal does not hold; None where both hold."""
    may_fail = replications * (100 - DAYS_OF_100) // 100
    red_failed = all_failed = 0
    for number in range(replications):
        lived = live(day, seed + number)
        one = told(lived)
        red_failed += not one.red_in_time
        all_failed += not one.all_in_time
        if max(red_failed, all_failed) > may_fail:
            return lived
    return None


def estimate(numbers: Sequence[float]) -> Estimate:
    """The mean of some independent numbers with its 95 % interval."""
    n = len(numbers)
    if n < 2:
        return Estimate(_mean(numbers), math.inf)
    return Estimate(fmean(numbers), _T[min(n - 1, len(_T)) - 1] * stdev(numbers) / math.sqrt(n))


def _mean(numbers: Sequence[float]) -> float:
    return fmean(numbers) if numbers else 0.0
