"""Cases of the hall being paused and emptied, and of bags, with the answers that the desk must give too."""

import random
from dataclasses import asdict
from typing import Any

from akeyi.safety.rules import TagTold, bags_here, hall, not_seen


def cases(chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    return {
        "hall": [_hall(chance) for _ in range(60)],
        "not_seen": [_not_seen(chance) for _ in range(60)],
        "bags_here": [_bags_here(chance) for _ in range(60)],
    }


def _hall(chance: random.Random) -> dict[str, Any]:
    pauses = [(f"p{n}", chance.choice(("pause", "pause", "evacuate"))) for n in range(chance.randint(0, 4))]
    ended = [[f"p{n}" for n in range(6) if chance.random() < 0.3] for _ in range(chance.randint(0, 2))]
    now = hall(pauses, ended)
    return {
        "pauses": [{"id": id, "how": how} for id, how in pauses],
        "ended": ended,
        "standing": [id for id, _ in now.standing],
        "is_paused": now.is_paused,
        "is_evacuating": now.is_evacuating,
    }


def _not_seen(chance: random.Random) -> dict[str, Any]:
    here = {f"r{n}": chance.choice((1, 1, 1, 4)) for n in range(chance.randint(0, 6))}
    seen = [(f"r{chance.randint(0, 7)}", chance.choice((1, 1, 2))) for _ in range(chance.randint(0, 6))]
    return {"here": here, "seen": [list(one) for one in seen], "left": not_seen(here, seen)}


def _bags_here(chance: random.Random) -> dict[str, Any]:
    told = [
        TagTold(f"r{chance.randint(0, 2)}", f"T{chance.randint(0, 2)}", f"{n:016x}")
        for n in range(chance.randint(0, 7))
    ]
    tied = [one for one in told if chance.random() < 0.6]
    back = [one for one in told if one not in tied]
    return {
        "tied": [asdict(one) for one in tied],
        "back": [asdict(one) for one in back],
        "here": [asdict(one) for one in bags_here(tied, back)],
    }
