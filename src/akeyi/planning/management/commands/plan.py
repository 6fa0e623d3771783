"""`akeyi plan`: simulates a day from two tables, and plays it against a running server."""

import json
from argparse import ArgumentTypeError
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from akeyi.access import queries as access
from akeyi.journal.declare import WALLS
from akeyi.planning import replay, roster
from akeyi.planning.days import Simulated, a_day, default_times, simulated
from akeyi.planning.hall import Day, live
from akeyi.planning.measured import measured
from akeyi.planning.replications import REPLICATIONS, Estimate, Outcome
from akeyi.planning.stations import FAMILY_OF, MODES, RED, STATIONS, Mode
from akeyi.planning.tables import read_arrivals, read_staff
from akeyi.planning.times import Time


def between(least: int, most: int) -> Any:
    """A whole number of an option."""

    def read(said: str) -> int:
        number = int(said)
        if not least <= number <= most:
            raise ArgumentTypeError(f"from {least} to {most}")
        return number

    return read


class Command(BaseCommand):
    help = "Simulates a day from a table of arrivals and a table of staff, or plays it against a demo hub."

    def add_arguments(self, parser: CommandParser) -> None:
        does = parser.add_subparsers(dest="does", required=True)
        simulate = does.add_parser("simulate", help="what a day would be like with the staff there is")
        plays = does.add_parser(
            "replay", help="plays the simulated day against a running demo hub, as its tablets would"
        )
        for one in (simulate, plays):
            one.add_argument("--arrivals", required=True, type=Path, help="CSV: at, people, over_min")
            one.add_argument("--staff", required=True, type=Path, help="CSV: station, from, to, workers")
            one.add_argument("--seed", type=int, default=1)
        plays.add_argument("--speed", type=between(1, 10_000), default=20, help="so many times as fast as it is lived")
        plays.add_argument(
            "--hub", default="http://127.0.0.1:8000", help="its address; it has the database of this command"
        )
        simulate.add_argument("--site", help="code of the site whose earlier days are measured; else the only one")
        simulate.add_argument("--replications", type=between(2, 500), default=REPLICATIONS)
        simulate.add_argument(
            "--roster", action="store_true", help="find the smallest roster with which the goals hold"
        )
        simulate.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["does"] == "replay":
            self._replay(**options)
        else:
            self._simulate(**options)

    def _replay(self, **options: Any) -> None:
        replay.refuse_real_people()
        arrivals, staff = read_arrivals(options["arrivals"]), read_staff(options["staff"])
        stations = [station for station in STATIONS if station in staff]
        lived = live(a_day(arrivals, staff, stations=stations), options["seed"], notes=True)
        site = access.sites()[0]["id"]
        self.stdout.write(f"{lived.came} people, {len(lived.visits)} visits, at {options['speed']} times their pace")
        played = replay.play(options["hub"], site, lived.visits, options["speed"], options["seed"])
        self.stdout.write(
            f"sent {played.sent}, accepted {played.accepted}, by {played.tablets} tablets in {played.took_s:.1f} s; "
            f"answers p95 {played.p95_ms:.1f} ms; at most {played.late_s:.1f} s late"
        )

    def _simulate(self, **options: Any) -> None:
        arrivals, staff = read_arrivals(options["arrivals"]), read_staff(options["staff"])
        stations = [station for station in STATIONS if station in staff]
        times = _measured(options["site"])

        def day_in(mode: Mode) -> Day:
            return a_day(arrivals, staff, times, mode, stations)

        found = simulated(day_in, options["replications"], options["seed"])
        rosters = {
            mode: roster.smallest(day_in(mode), options["replications"], options["seed"])
            for mode in (MODES if options["roster"] else ())
        }
        if options["json"]:
            told = found.as_dict() | {
                "times": {name: asdict(time) for name, time in (default_times() | times).items()},
                "assumed": {"red": RED, "family_of": FAMILY_OF, "helps_red": _helps_red(stations)},
                "seed": options["seed"],
                "rosters": {mode: one and one.as_dict() for mode, one in rosters.items()},
            }
            self.stdout.write(json.dumps(told, indent=2))
            return
        for line in [*_told(found, stations), *_of_times(stations, times), *_of_rosters(rosters)]:
            self.stdout.write(line)


def _helps_red(stations: Sequence[str]) -> bool:
    return bool({"health", "protection"} & set(stations))


def _measured(code: str | None) -> dict[str, Time]:
    """What was measured at a site; nothing where there is none, or no database yet."""
    try:
        sites = [one for one in access.sites() if code is None or one["code"] == code]
        return measured(sites[0]["id"], datetime.now(UTC), WALLS) if len(sites) == 1 else {}
    except DatabaseError:
        return {}


PROPOSED = {
    "enough": "The staff is enough: the goals hold in full registration.",
    "quick": "The staff is short for full registration: register in quick mode, then the goals hold.",
    "household": "The staff is short: give households one card each, then the goals hold.",
    "more_staff": "The staff is too short in every mode: add workers (--roster says where).",
}


def _told(found: Simulated, stations: Sequence[str]) -> list[str]:
    lines = []
    for mode, one in found.by_mode.items():
        lines += [f"{mode}: {one.came:.0f} people, {one.replications} simulated days", *_of_outcome(one), ""]
    if not _helps_red(stations):
        lines.append("Nobody works at health or protection: nobody could help the urgent, so they are not simulated.")
    return [*lines, PROPOSED[found.proposal]]


def _of_outcome(one: Outcome) -> list[str]:
    lines = [f"  {'station':<12}{'waiting, mean':>22}{'95 of 100 wait at most':>28}"]
    for name, (mean, most) in one.waits.items():
        lines.append(f"  {name:<12}{_minutes(mean):>22}{_minutes(most):>28}")
    n = one.replications
    return [
        *lines,
        f"  door to exit, mean {_minutes(one.door_to_exit)}, 95 of 100 {_minutes(one.door_to_exit_95)}",
        f"  everybody out within 120 min: in {one.all_in_time} of {n} days; the longest {_minutes(one.longest)}",
        f"  red helped within 10 min: in {one.red_in_time} of {n} days; the longest {_minutes(one.red_longest)}",
        f"  left waiting at the end {one.left_waiting.mean:.0f} ± {one.left_waiting.within:.0f} people",
    ]


def _minutes(one: Estimate) -> str:
    return f"{one.mean / 60:.1f} ± {one.within / 60:.1f} min"


def _of_times(stations: Sequence[str], times: dict[str, Time]) -> list[str]:
    known = default_times() | times
    return [
        "",
        "Times of a visit:",
        *(
            f"  {name:<12}{known[name].mean_s:6.0f} s ± {known[name].spread_s:.0f} s, {known[name].shape}, "
            + (f"measured on {known[name].measured_on} visits" if name in times else "default (docs/planning.md)")
            for name in stations
        ),
    ]


def _of_rosters(rosters: dict[Mode, roster.Roster | None]) -> list[str]:
    lines = [""] if rosters else []
    for mode, one in rosters.items():
        said = "more than there is room for"
        if one:
            said = f"{one.total} workers: " + ", ".join(f"{name} {n}" for name, n in one.staff.items())
        lines.append(f"smallest roster, {mode}: {said}")
    return lines
