"""Simulates a day in a process of its own, with little memory and time; writes down how far it is and what came out."""

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from . import roster
from .days import a_day, simulated
from .hall import Day
from .stations import MODES, Mode
from .times import Time

MEMORY, CPU_S = 512 * 1024 * 1024, 120
# How often it says how far it is.
TELLS_EVERY_S = 0.5


def main() -> int:
    """A question on standard input; the answer goes into the file that is named, and how far it is into one beside."""
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
    file = Path(sys.argv[1])
    asked = json.loads(sys.stdin.read())
    told_at, lived = time.monotonic(), 0

    def each() -> None:
        nonlocal told_at, lived
        lived += 1
        if time.monotonic() - told_at > TELLS_EVERY_S:
            told_at = time.monotonic()
            written(file.with_suffix(".days"), lived)

    written(file, answer(asked, each))
    return 0


def answer(asked: dict[str, Any], each: Any = None) -> dict[str, Any]:
    """What the day is like with the staff there is, if any is known, and the smallest roster in each mode."""
    arrivals = [(at, people, over) for at, people, over in asked["arrivals"]]
    times = {station: Time(**one) for station, one in asked["times"].items()}
    staff = {station: [(a, b, n) for a, b, n in shifts] for station, shifts in asked["staff"].items()}

    def day_in(mode: Mode) -> Day:
        return a_day(arrivals, staff, times, mode, asked["stations"], family_of=asked["family_of"])

    has_staff = any(n for shifts in staff.values() for _, _, n in shifts)
    found = simulated(day_in, each=each).as_dict() if has_staff else {"proposal": None, "by_mode": {}}
    rosters = {mode: roster.smallest(day_in(mode), each=each) for mode in MODES}
    return found | {"rosters": {mode: one and one.as_dict() for mode, one in rosters.items()}}


def written(file: Path, said: Any) -> None:
    """A file that whoever looks finds whole or not at all."""
    half = file.with_suffix(".half")
    half.write_text(json.dumps(said))
    half.replace(file)


if __name__ == "__main__":
    sys.exit(main())
