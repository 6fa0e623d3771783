"""Cases of the rules about what is due: programmes in several versions, families, and households that change."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from akeyi.arrivals.groups import GROUPS
from akeyi.assistance.programmes import AGES, Line, Person, Version, ages_seen, sex_seen
from akeyi.assistance.rules import Given, Known, Moved, due

DAYS = [date(2021, 9, 18) + timedelta(days=n) for n in range(4)]
MORNING = datetime(2021, 9, 19, 12, tzinfo=UTC)
HOUSEHOLDS, PEOPLE = ["t0", "t1"], ["r0", "r1", "r2"]
ITEMS = [("i0", "person"), ("i1", "family"), ("i2", "none"), ("i3", "person")]
HOWS = ("flight", "truck")


def cases(chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The same cases for the same chance."""
    return {"due": [_due(chance) for _ in range(350)], "seen_as": [_seen_as(chance) for _ in range(100)]}


def _seen_as(chance: random.Random) -> dict[str, Any]:
    births = [chance.choice((None, "2004-09-19", "2004-09-20", "1980-02-29")) for _ in range(chance.randint(1, 2))]
    ages = [chance.choice((None, None, 0, 17, 40)) for _ in range(chance.randint(1, 2))]
    groups = [chance.choice((None, "adult", "child", "baby")) for _ in range(chance.randint(1, 2))]
    sexes = [chance.choice((None, "female", "male", "unknown")) for _ in range(chance.randint(1, 2))]
    on = chance.choice(DAYS)
    return {
        "births": births,
        "ages": ages,
        "groups": groups,
        "sexes": sexes,
        "on": on.isoformat(),
        "years": ages_seen([date.fromisoformat(one) if one else None for one in births], ages, groups, on),
        "sex": sex_seen(sexes),
    }


def _due(chance: random.Random) -> dict[str, Any]:
    """Two households that come, split, register people out, join and leave, while things are given."""
    versions = [_version(chance, n) for n in range(chance.choice((0, 2, 3, 4, 5)))]
    known = Known(
        told=_told(chance),
        people={one: _person(chance, one) for one in (*HOUSEHOLDS, *PEOPLE) if chance.random() < 0.9},
        family_of={one: chance.choice(("r0", "t0", "t1")) for one in PEOPLE if chance.random() < 0.5},
        versions=versions,
        items=ITEMS,
    )
    card, now = chance.choice(["t0", "t1", "r0", "r0"]), MORNING + timedelta(hours=chance.randint(0, 12))
    return {
        "items": known.items,
        "told": [_said(one) for one in known.told],
        "people": {
            one: {
                "day": person.day.isoformat(),
                "sex": person.sex,
                "ages": person.ages,
                "how": person.how,
                "arrival": person.arrival,
                "is_token": person.is_token,
                "vouchers": sorted(person.vouchers),
            }
            for one, person in known.people.items()
        },
        "family_of": known.family_of,
        "versions": [
            {
                "programme": one.programme,
                "told": one.told,
                "since": one.since.isoformat(),
                "until": one.until and one.until.isoformat(),
                "sex": one.sex,
                "age_from": one.age_from,
                "age_to": one.age_to,
                "hows": one.hows,
                "with_voucher": one.with_voucher,
                "gives": [
                    {
                        "what": line.what,
                        "quantity": line.quantity,
                        "per": line.per,
                        "often": line.often,
                        "hours": line.hours,
                    }
                    for line in one.gives
                ],
            }
            for one in versions
        ],
        "card": card,
        "now": now.isoformat(),
        "due": {
            what: {
                "is_due": one.is_due,
                "quantity": one.quantity,
                "per": one.per,
                "often": one.often,
                "why": one.why,
                "programme": one.programme,
                "hours": one.hours,
                "at": one.at and one.at.isoformat(),
                "given": sorted(one.given),
            }
            for what, one in due(known, card, now).items()
        },
    }


def _version(chance: random.Random, n: int) -> Version:
    since = chance.choice(DAYS[:3])
    some = chance.random
    return Version(
        programme=chance.choice(("p0", "p1", "p2")),
        told=(f"{chance.randint(0, 3):016x}", f"v{n}"),
        since=since,
        until=since + timedelta(days=chance.randint(0, 2)) if some() < 0.3 else None,
        sex=chance.choice(("female", "male")) if some() < 0.3 else None,
        age_from=chance.choice((0, 2, 12, 18)) if some() < 0.3 else None,
        age_to=chance.choice((1, 17, 59)) if some() < 0.3 else None,
        hows=(chance.choice(HOWS),) if some() < 0.2 else (),
        with_voucher=some() < 0.2,
        gives=tuple(_line(chance) for _ in range(chance.choice((0, 1, 1, 2, 3)))),
    )


def _line(chance: random.Random) -> Line:
    what = chance.choice(("i0", "i0", "i1", "i2", "HTG"))
    often = chance.choice(("once", "once", "arrival", "hours", "any"))
    return Line(
        what=what,
        quantity=chance.choice((500_000, 1_000_050)) if what == "HTG" else chance.randint(1, 3),
        per=chance.choice(("person", "person", "family", "head")),
        often=often,  # type: ignore[arg-type]  # one of them
        hours=chance.choice((2, 4)) if often == "hours" else None,
    )


def _person(chance: random.Random, card: str) -> Person:
    groups: Sequence[str | None] = (None, "adult", "child", "baby")
    ages = {chance.choice(((30, 30), (12, 12), (1, 1), *(AGES[one] for one in groups))) for _ in (1, 2)}
    return Person(
        day=chance.choice(DAYS),
        sex=chance.choice(("female", "male", None)),
        ages=tuple(sorted(ages)),
        how=chance.choice((*HOWS, None)),
        arrival=chance.choice(("a0", "a1", None)),
        is_token=card in HOUSEHOLDS,
        vouchers=frozenset(one for one in ("p0", "p1") if chance.random() < 0.3),
    )


def _told(chance: random.Random) -> list[Given | Moved]:
    told: list[Given | Moved] = []
    at = MORNING
    for n in range(chance.randint(0, 9)):
        way = chance.random()
        at += timedelta(minutes=chance.choice((0, 10, 100)))
        groups: dict[str, int] = {chance.choice(GROUPS): chance.randint(1, 3) for _ in range(chance.randint(1, 2))}
        if way < 0.5:
            item = chance.choice(("i0", "i0", "i1", "i2"))
            told.append(Given(f"g{n}", chance.choice([*HOUSEHOLDS, *PEOPLE]), item, at, chance.randint(1, 4)))
        elif way < 0.7:
            told.append(Moved(None, chance.choice(HOUSEHOLDS), groups))
        elif way < 0.9:
            target = chance.choice([*HOUSEHOLDS, *PEOPLE])
            one: dict[str, int] = {chance.choice(GROUPS): 1}
            told.append(Moved(chance.choice(HOUSEHOLDS), target, one if target in PEOPLE else groups))
        else:
            told.append(Moved(chance.choice(HOUSEHOLDS), None, groups))
    return told


def _said(one: Given | Moved) -> dict[str, Any]:
    if isinstance(one, Moved):
        return {"source": one.source, "target": one.target, "groups": one.groups}
    return {
        "id": one.id,
        "subject": one.card,
        "item": one.item,
        "quantity": one.quantity,
        "at": one.at.isoformat(),
    }
