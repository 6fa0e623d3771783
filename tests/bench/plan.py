"""Prints how fast a day is simulated and a roster found, beside Ciw, and how near to theory (`make bench-plan`).

Goals are in seconds of one core (CPU time): the machine may have other work. The last line names every goal with its
figure; the exit status is 1 where one is missed. `--quick` simulates a tenth, to see that everything works.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from akeyi.planning import days, roster
from akeyi.planning.hall import Day, Stop, live
from akeyi.planning.tests import theory_check
from akeyi.planning.times import Time

PROJECT = Path(__file__).resolve().parents[2]
PEOPLE, STATIONS, OVER_S, MEAN_S, SPREAD_S = 50_000, 8, 24 * 3600, 30.0, 15.0
# Of eight stations each busy 90 minutes of 100.
WORKERS = round(PEOPLE * MEAN_S / OVER_S / 0.9)
# Eight flights of 150 people between 8:00 and 18:00, who step down within a quarter of an hour.
AIRPORT = [(hour * 3600.0, 150, 900.0) for hour in (8, 9.5, 10, 12, 13, 15, 16, 18)]
# Servers, how busy each is, runs: fuller halls wait longer and more unevenly, so they need more people.
THEORY = ((1, 0.5, 25), (2, 0.7, 60), (5, 0.8, 120))
RIVAL = PROJECT / "var" / "bench-plan"


@dataclass(frozen=True)
class Goal:
    """What was measured, and what it must not exceed."""

    name: str
    figure: float
    most: float
    unit: str

    @property
    def is_met(self) -> bool:
        return self.figure <= self.most


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    asked = options.parse_args()
    share = 10 if asked.quick else 1
    print(
        f"{os.cpu_count()} cores, load of the machine before: {os.getloadavg()[0]:.1f}; times are CPU time of one core"
    )
    goals = [a_crossing(share), a_roster(), theory(share)]
    print("; ".join(f"{one.name} {one.figure:.2f} {one.unit} (goal {one.most:g})" for one in goals), end="")
    missed = [one.name for one in goals if not one.is_met]
    print(f"; missed: {', '.join(missed)}" if missed else "; all goals met")
    return 1 if missed else 0


def a_crossing(share: int) -> Goal:
    """A mass crossing through all stations, in both programs."""
    people, over_s = PEOPLE // share, OVER_S / share
    names = [f"station {n}" for n in range(1, STATIONS + 1)]
    stops = [Stop(name, Time(MEAN_S, SPREAD_S)) for name in names]
    day = Day(stops, [(0.0, people, over_s)], {name: [(0.0, over_s * 3, WORKERS)] for name in names})
    begun, wall = time.process_time(), time.perf_counter()
    lived = live(day, 1)
    ours_s, wall_s = time.process_time() - begun, time.perf_counter() - wall
    assert len(lived.door_to_exit) == people
    ours_min = sum(lived.door_to_exit) / people / 60
    print(
        f"{people:,} people through {STATIONS} stations of {WORKERS} workers: "
        f"{ours_s:.2f} s ({wall_s:.2f} s by the clock)"
    )
    rival = in_ciw(people, over_s)
    print(
        f"  the same in Ciw: {rival['cpu_s']:.2f} s, {rival['cpu_s'] / ours_s:.1f} times as long; "
        f"door to exit {ours_min:.2f} min here, {rival['door_to_exit_s'] / 60:.2f} min there"
    )
    assert rival["out"] == people
    return Goal("mass crossing", ours_s, 10, "s")


def in_ciw(people: int, over_s: float) -> dict[str, float]:
    """What Ciw makes of the same day, in an environment of its own."""
    python = RIVAL / "bin" / "python"
    lock = PROJECT / "requirements-bench.txt"
    mark = RIVAL / "lock"
    if not mark.exists() or mark.read_bytes() != lock.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(RIVAL)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        mark.write_bytes(lock.read_bytes())
    asked = {
        "people": people, "over_s": over_s, "stations": STATIONS, "workers": WORKERS, "mean_s": MEAN_S,
        "spread_s": SPREAD_S, "seed": 1,
    }  # fmt: skip
    said = subprocess.run(
        [str(python), str(Path(__file__).with_name("plan_in_ciw.py"))],
        input=json.dumps(asked), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(said.stdout)


def a_roster() -> Goal:
    """The smallest roster of an airport's day."""
    begun = time.process_time()
    found = roster.smallest(days.a_day(AIRPORT, {}))
    took = time.process_time() - begun
    assert found is not None
    who = ", ".join(f"{name} {n}" for name, n in found.staff.items())
    people = sum(people for _, people, _ in AIRPORT)
    print(f"roster of a day with {people:,} people: {found.total} workers ({who}): {took:.2f} s")
    return Goal("roster", took, 30, "s")


def theory(share: int) -> Goal:
    """How far mean waiting is off Erlang's formula, at the worst."""
    worst = 0.0
    for workers, load, runs in THEORY:
        found, should = theory_check.waiting(workers, load, max(3, runs // share), 20_000)
        off = abs(found / should - 1) * 100
        print(f"M/M/{workers}, busy {load:.0%}: waiting {found:.2f} s, by theory {should:.2f} s, {off:.2f} % off")
        worst = max(worst, off)
    # A tenth of the people is too few to tell two of a hundred.
    return Goal("off theory", worst, 2 if share == 1 else 10, "%")


if __name__ == "__main__":
    sys.exit(main())
