"""Cases of the rules about children: who is alone, who is with them, and who may take them."""

import random
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from akeyi.arrivals.groups import GROUPS
from akeyi.children import care as rules
from akeyi.children.rules import Leaving, need_release, release_lacks

MORNING = datetime(2021, 9, 19, 13, 0, tzinfo=UTC)


def cases(chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The same cases for the same chance."""
    return {
        "need_release": [_need_release(chance) for _ in range(100)],
        "counts_as_child": [
            {
                "ages": ages,
                "age_groups": groups,
                "is_disputed": said,
                "is_child": rules.counts_as_child(ages, groups, said),
            }
            for ages in ([], [None], [17], [18], [19, 16], [30, None])
            for groups in ([None], ["adult"], ["adult", "child"], ["baby"])
            for said in (False, True)
        ],
        "situation": [_situation(*one) for one in product(*SITUATIONS)],
        "care": [_care(chance) for _ in range(200)],
        "held_together": [_together(chance) for _ in range(50)],
        "release_lacks": [_release_lacks(chance) for _ in range(150)],
    }


RELATIONS = (None, "parent", "guardian", "usual_carer", "relative", "no_relative", "nobody")
TAGS = ((), ("alone",), ("with_other_relatives",), ("afraid_of_adult",))
SITUATIONS = ((True, False), RELATIONS, (False, True), TAGS, (0, 1, 2))


def _situation(is_child: bool, relation: str | None, is_refused: bool, tags: tuple[str, ...], carers: int) -> Any:
    said = {"is_child": is_child, "relation": relation, "is_refused": is_refused, "tags": tags, "carers": carers}
    found = rules.situation(is_child, relation, is_refused, tags, carers)
    said_of_it = product((None, True, False), (None, "no", "withdrawn", "yes"))
    photo = [rules.may_photograph(found, *one) for one in said_of_it]
    return said | {"situation": found, "may_photograph": photo}


def _care(chance: random.Random) -> dict[str, Any]:
    """Words of several workers about one child, in the order of the clock, whose times may differ from it."""
    workers = ["w0", "w1", "w2"]
    told = []
    for _ in range(chance.randint(0, 6)):
        at = MORNING + timedelta(minutes=chance.randint(0, 20))
        by = chance.choice([*workers, None])
        if chance.random() < 0.3:
            told.append(rules.Said(at, by, is_asked=chance.random() < 0.5))
        else:
            holder = chance.choice([*workers, by, None])
            told.append(rules.Said(at, by, holder, chance.choice(("hall", "space", None)), chance.random() < 0.5))
    now = rules.care(told)
    here = chance.sample(workers, 2)
    since = rules.unheld_since(now, here)
    at = MORNING + timedelta(minutes=20)
    return {
        "told": [asdict(one) | {"at": one.at.isoformat()} for one in told],
        "care": asdict(now) | {"since": now.since and now.since.isoformat()},
        "here": here,
        "unheld_since": since and since.isoformat(),
        "at": at.isoformat(),
        "is_alarm": rules.is_alarm(since, at),
    }


def _together(chance: random.Random) -> dict[str, Any]:
    children = ["c0", "c1", "c2", "c3"]
    family_of = {one: chance.choice(("f0", "f1", "c0")) for one in children if chance.random() < 0.7}
    held = [one for one in children if chance.random() < 0.6]
    return {"child": "c0", "family_of": family_of, "held": held, "together": rules.held_together("c0", family_of, held)}


def _release_lacks(chance: random.Random) -> dict[str, Any]:
    came = rules.Came(
        outcome=chance.choice(("may_take", "may_take", "turned_away", "waits")),
        identity=chance.choice(("seen", "none", "none", "differs")),
        child_knows=chance.choice((True, True, False, None)),
        answers_agree=chance.choice((True, True, False, None)),
        contacts=chance.choice(((), ("a",), ("a", " "), ("a", "b"))),
        decision=chance.choice(("Both say the same.", "Both say the same.", " ", None)),
    )
    is_asked, identity_seen = chance.random() < 0.5, chance.choice((True, False, None))
    who = came if chance.random() < 0.8 else None
    return {
        "is_asked": is_asked,
        "identity_seen": identity_seen,
        "came": who and asdict(who),
        "lacks": release_lacks(is_asked, identity_seen, who),
    }


def _need_release(chance: random.Random) -> dict[str, Any]:
    cards = [f"r{n}" for n in range(chance.randint(1, 4))]
    leaving = [
        Leaving(
            reception=one,
            is_child=chance.random() < 0.5,
            is_asked=chance.random() < 0.2,
            carers=tuple(chance.sample(cards, chance.choice((0, 1, 1, min(2, len(cards)))))),
            groups={group: chance.randint(0, 2) for group in chance.sample(GROUPS, 3)}
            if chance.random() < 0.4
            else None,
        )
        for one in cards
    ]
    how = chance.choice(("own_wish", "own_way", "collected", "hospital", "died"))
    return {
        "leaving": [asdict(one) for one in leaving],
        "how": how,
        "need_release": need_release(leaving, how),
    }
