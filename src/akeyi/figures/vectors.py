"""Writes the cases of rules that the desk computes too, with the answers they must both give.

`python -m akeyi.figures.vectors` writes contracts/vectors/rules.json, `--check` says whether it is stale.
"""

import json
import random
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

from akeyi.arrivals.groups import GROUPS
from akeyi.arrivals.rules import waiting_outside, with_shifts_before
from akeyi.assistance.rules import served
from akeyi.assistance.stock import Rate, enough
from akeyi.people.rules import agreed, answers_now, household, is_child, notice_version, resolve
from akeyi.referrals import rules as referrals
from akeyi.referrals.groups import Need, Priority, Step
from akeyi.screening.rules import needs_decision, standing, stops_at_health

from . import vectors_cash, vectors_children, vectors_onward, vectors_programmes, vectors_safety
from .rules import Sweep, Told, columns, left_unseen, still_here

FILE = Path(__file__).resolve().parents[3] / "contracts" / "vectors" / "rules.json"


def cases() -> dict[str, list[dict[str, Any]]]:
    """The same cases every time."""
    chance = random.Random(20210919)  # noqa: S311 - cases, not secrets
    return {
        "columns": [_columns(chance) for _ in range(200)],
        "left_unseen": [_left_unseen(chance) for _ in range(100)],
        "waiting_outside": [_waiting_outside(n) for n in range(50)],
        "served": [_served(chance) for _ in range(50)],
        "resolve": [_resolve(chance) for _ in range(100)],
        "household": [_household(chance) for _ in range(100)],
        "is_child": [
            {"age": age, "age_group": group, "is_child": is_child(age, group)}
            for age in (None, 0, 2, 17, 18, 40)
            for group in (None, "adult", "child", "baby")
        ],
        "triage": [_triage(chance) for _ in range(100)],
        "stops_at_health": [
            {"age": age, "age_group": group, "tags": tags, "stops": stops_at_health(age, group, tags)}
            for age in (None, 0, 2, 3, 30)
            for group in (None, "adult", "child", "baby")
            for tags in ([], ["injured"], ["injured", "pregnant"])
        ],
        "needs_decision": [
            {
                "colour": colour,
                "stops": stops,
                "is_asked": is_asked,
                "decisions": told,
                "needs": needs_decision(colour, stops, is_asked, told),
            }
            for colour in (None, "red", "orange", "yellow", "green")
            for stops in (False, True)
            for is_asked in (False, True)
            for told in ([], [None], [None, "own_wish"])
        ],
        "purpose_of": [
            {"wall": wall, "need": need, "purpose": referrals.purpose_of(wall, need)}
            for wall in referrals.WALLS
            for need in get_args(Need)
        ],
        "referral": [_referral(chance) for _ in range(100)],
        "shifts_before": [_shifts_before(chance) for _ in range(50)],
        "answers_now": [_answers_now(chance) for _ in range(200)],
        "notice_version": [
            _notice_version(files) for files in ({}, {"mp3": "b2"}, {"txt": "c3"}, {"mp3": "b2", "txt": "c3"})
        ],
        **vectors_children.cases(chance),
        **vectors_programmes.cases(chance),
        "enough": [_enough(chance) for _ in range(60)],
        **vectors_cash.cases(chance),
        **vectors_safety.cases(chance),
        **vectors_onward.cases(chance),
    }


def _triage(chance: random.Random) -> dict[str, Any]:
    start = datetime(2021, 9, 19, 13, 0, tzinfo=UTC)

    def moments(most: int) -> list[datetime]:
        return [start + timedelta(minutes=chance.randint(0, 30)) for _ in range(chance.randint(0, most))]

    told = [(chance.choice(("red", "orange", "green")), at) for at in moments(4)]
    seen = moments(2)
    found = standing(told, seen)
    said = found and {
        "colour": found.colour,
        "since": found.since.isoformat(),
        "waiting_since": found.waiting_since and found.waiting_since.isoformat(),
    }
    return {
        "told": [[colour, at.isoformat()] for colour, at in told],
        "seen": [at.isoformat() for at in seen],
        "standing": said,
    }


@dataclass(frozen=True)
class _Step:
    id: str
    clock: str
    step: str


def _referral(chance: random.Random) -> dict[str, Any]:
    told_at = datetime(2025, 7, 1, 10, 0, tzinfo=UTC)
    said = [chance.choice(get_args(Step)) for _ in range(chance.randint(0, 5))]
    steps = [_Step(f"f{n}", f"{chance.randint(0, 3):016x}", step) for n, step in enumerate(said)]
    is_agreed, priority = chance.random() < 0.8, chance.choice(get_args(Priority))
    return {
        "steps": [asdict(one) for one in steps],
        "is_agreed": is_agreed,
        "state": referrals.state(steps, is_agreed),
        "priority": priority,
        "told_at": told_at.isoformat(),
        "due_at": referrals.due_at(priority, told_at).isoformat(),
    }


def _enough(chance: random.Random) -> dict[str, Any]:
    rate = Rate(chance.randint(0, 30), 0, chance.choice((0, 0, 24, 7)))
    rate.pieces = rate.people * chance.randint(1, 3) + (chance.randint(0, 5) if rate.people else 0)
    now, on_hand = datetime(2021, 9, 19, 14, 5, tzinfo=UTC), chance.randint(-5, 300)
    found = enough(on_hand, rate, now)
    lasts = None if found.until is None else int((found.until - now).total_seconds())
    return {"on_hand": on_hand, "rate": asdict(rate), "enough": {"people": found.people, "lasts_s": lasts}}


def _columns(chance: random.Random) -> dict[str, Any]:
    people = [f"r{n}" for n in range(chance.randint(0, 8))]
    households = {one: chance.randint(0, 9) for one in people if chance.random() < 0.25}
    persons = [one for one in people if one not in households]
    told = Told(
        claims=[
            (
                chance.choice(("expected", "on_the_plane")),
                chance.randint(0, 150),
                f"{chance.randint(0, 5):016x}",
                f"f{n}",
            )
            for n in range(chance.randint(0, 4))
        ],
        tallies=[
            (chance.choice(("count", "count", "check")), chance.randint(1, 10)) for _ in range(chance.randint(0, 6))
        ],
        persons=set(persons),
        registered={one for one in persons if chance.random() < 0.7},
        households=households,
        served={one for one in people if chance.random() < 0.5},
        exits=[(one, chance.randint(1, 3) if one in households else 1) for one in people if chance.random() < 0.6]
        + [(one, 1) for one in people if chance.random() < 0.2],
        left_unseen=chance.choice((0, 0, 1, 3)),
    )
    return {
        "told": {
            "claims": [{"claim": c, "total": t, "clock": k, "id": i} for c, t, k, i in told.claims],
            "tallies": [{"counting": way, "count": count} for way, count in told.tallies],
            "persons": sorted(told.persons),
            "registered": sorted(told.registered),
            "households": told.households,
            "served": sorted(told.served),
            "exits": [{"reception": one, "people": count} for one, count in told.exits],
            "left_unseen": told.left_unseen,
        },
        "columns": columns(told),
        "still_here": asdict(still_here(told)),
    }


def _left_unseen(chance: random.Random) -> dict[str, Any]:
    sweeps = [
        Sweep(
            chance.randint(0, 12),
            {f"a{n}": chance.randint(0, 9) for n in range(4) if chance.random() < 0.6},
        )
        for _ in range(chance.randint(0, 4))
    ]
    unseen = left_unseen(sweeps)
    return {
        "sweeps": [{"found": sweep.found, "inside": sweep.inside} for sweep in sweeps],
        "of": unseen.of,
        "more": unseen.more,
    }


def _served(chance: random.Random) -> dict[str, Any]:
    cards = ["t0", "t1", "r0", "r1", None]
    given = {one: f"{chance.randint(0, 9):016x}" for one in cards if one and chance.random() < 0.4}
    clocks = sorted(f"{chance.randint(0, 9):016x}" for _ in range(chance.randint(0, 5)))
    moves = [(clock, chance.choice(cards), chance.choice(cards)) for clock in clocks]
    return {
        "first_given": given,
        "moves": [{"clock": clock, "source": source, "target": target} for clock, source, target in moves],
        "served": sorted(served(given, moves)),
    }


def _resolve(chance: random.Random) -> dict[str, Any]:
    replaced = [(f"r{chance.randint(0, 5)}", f"r{chance.randint(0, 5)}") for _ in range(chance.randint(0, 5))]
    by_new: dict[str, set[str]] = {}
    for reception, new in replaced:
        if reception != new:
            by_new.setdefault(new, set()).add(reception)
    return {
        "replaced": [{"reception": reception, "new_reception": new} for reception, new in replaced],
        "resolved": {f"r{n}": resolve(f"r{n}", by_new) for n in range(6)},
    }


def _household(chance: random.Random) -> dict[str, Any]:
    moves = [
        (
            chance.choice(("t0", "t1", None)),
            chance.choice(("t0", "t1", "r0")),
            {chance.choice(GROUPS): chance.randint(1, 5)},
        )
        for _ in range(chance.randint(0, 6))
    ]
    return {
        "moves": [{"source": source, "target": target, "groups": groups} for source, target, groups in moves],
        "people": {token: household(moves, token) for token in ("t0", "t1")},
    }


def _shifts_before(chance: random.Random) -> dict[str, Any]:
    now = datetime(2025, 7, 1, 18, tzinfo=UTC)
    shifts = [f"s{n}" for n in range(6)]
    follows = {one: chance.choice([*shifts, "unheard", None]) for one in shifts}
    hours_ago = {one: chance.choice((1, 9, 17, 33, 47, 48, 49, 60)) for one in shifts}
    began = {one: now - timedelta(hours=hours) for one, hours in hours_ago.items()}
    before = with_shifts_before(["s0"], follows, began, now) - {"s0"}
    return {"follows": follows, "hours_ago": hours_ago, "before": sorted(before)}


@dataclass(frozen=True)
class _Answer:
    id: str
    purpose: str
    answer: str
    at: datetime
    clock: str
    withdraws: list[str] | None = None
    service: str | None = None


def _waiting_outside(seed: int) -> dict[str, Any]:
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    lanes = chance.choice([(None,), ("A", "B"), (None, "A", "B")])
    counts = [
        (f"{chance.randrange(6):04d}", f"{number:02d}", chance.choice(lanes), chance.randrange(300))
        for number in range(chance.randrange(7))
    ]
    return {
        "counts": [dict(zip(("clock", "id", "lane", "people"), one, strict=True)) for one in counts],
        "outside": [{"lane": lane, "people": n} for lane, n in sorted(waiting_outside(counts).items(), key=str)],
    }


def _answers_now(chance: random.Random) -> dict[str, Any]:
    """Answers told on tablets whose clocks differ, in any order."""
    told: list[_Answer] = []
    for n in range(chance.randint(0, 7)):
        purpose = chance.choice(("family_contact", "follow_up_call"))
        answer = chance.choice(("yes", "yes", "no", "withdrawn"))
        at = datetime(2025, 7, 1, 10, chance.randint(0, 4), tzinfo=UTC)
        known = [one.id for one in told if one.purpose == purpose and one.answer == "yes"]
        withdraws = chance.choice((known, known[:1], None)) if answer == "withdrawn" else None
        service = chance.choice((None, None, "a", "b"))
        told.append(_Answer(f"f{n}", purpose, answer, at, f"{chance.randint(0, 3):016x}", withdraws, service))
    chance.shuffle(told)
    now = {purpose: one.id for purpose, one in answers_now(told).items()}
    return {
        "told": [asdict(one) | {"at": f"{one.at:%Y-%m-%dT%H:%M:%S}.000Z"} for one in told],
        "now": now,
        "agreed": [one.id for one in agreed(told)],
    }


def _notice_version(own: dict[str, str]) -> dict[str, Any]:
    files = {"notice.fr.mp3": "other", **{f"notice.ht.{end}": revision for end, revision in own.items()}}
    return {"words": "a1", "files": files, "version": notice_version("a1", files, "notice", "ht")}


def text() -> str:
    """A case a line."""
    rules = (
        f"{json.dumps(rule)}: [\n" + ",\n".join(json.dumps(case) for case in found) + "\n]"
        for rule, found in cases().items()
    )
    return "{" + ",\n".join(rules) + "}\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if FILE.exists() and FILE.read_text() == text() else "contracts/vectors/rules.json is stale")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text())
