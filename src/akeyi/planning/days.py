"""Days as they are simulated: stations and what each takes, in full, in quick mode, by cards of households."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .hall import Arrivals, Day, Shifts, Stop
from .replications import REPLICATIONS, Each, Outcome, outcome
from .stations import DEFAULTS, FAMILY_OF, MODES, RED, REGISTER_S, STATIONS, Mode
from .times import Time

# Behind a household's card each person is counted and looked at; registered, served and let go is the card.
EACH_PERSON = frozenset({"count", "screen"})
Proposal = Literal["enough", "quick", "household", "more_staff"]


def default_times() -> dict[str, Time]:
    """What each station takes where nobody measured it."""
    return {station: Time(one.mean_s, one.spread_s) for station, one in DEFAULTS.items()}


def a_day(
    arrivals: Arrivals,
    staff: Mapping[str, Shifts],
    times: Mapping[str, Time] | None = None,
    mode: Mode = "full",
    stations: Collection[str] = STATIONS,
    red: float = RED,
    family_of: float = FAMILY_OF,
) -> Day:
    """A reception day. Measured times are of full registration: in the other modes registering takes its own."""
    known = default_times() | dict(times or {})
    if mode != "full":
        quicker = REGISTER_S[mode]
        if quicker < known["register"].mean_s:
            known["register"] = Time(quicker, quicker / 2)
    stops = [
        Stop(
            station,
            known[station],
            DEFAULTS[station].share,
            looks=station == "screen",
            sees_red=station in ("health", "protection"),
            once_a_card=station not in EACH_PERSON,
        )
        for station in STATIONS
        if station in stations
    ]
    return Day(stops, arrivals, staff, red, round(family_of) if mode == "household" else 1)


@dataclass(frozen=True)
class Simulated:
    """What a day is like in each mode that was looked at, and what is proposed."""

    proposal: Proposal
    by_mode: dict[str, Outcome]

    def as_dict(self) -> dict[str, Any]:
        return {"proposal": self.proposal, "by_mode": {mode: one.as_dict() for mode, one in self.by_mode.items()}}


def simulated(
    day_in: Callable[[Mode], Day], replications: int = REPLICATIONS, seed: int = 1, each: Each = None
) -> Simulated:
    """Tries the modes from the fullest on until the goals hold; `day_in(mode)` gives the day in a mode."""
    by_mode: dict[str, Outcome] = {}
    for mode in MODES:
        by_mode[mode] = outcome(day_in(mode), replications, seed, each)
        if by_mode[mode].holds:
            proposal: Proposal = "enough" if mode == "full" else mode
            return Simulated(proposal, by_mode)
    return Simulated("more_staff", by_mode)
