"""The seven columns of every board and report, computed from plain facts; the desk computes them alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from akeyi.arrivals.rules import inside

COLUMNS = ("expected", "on_the_plane", "counted", "registered", "served", "inside", "left")


@dataclass
class Told:
    """What was told about one arrival; receptions are those that cards stand for now (replacements seen through)."""

    # (claim, total, clock, id)
    claims: list[tuple[str, int, str, str]] = field(default_factory=list)
    # (counting, count)
    tallies: list[tuple[str, int]] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    registered: set[str] = field(default_factory=set)
    # household token -> everybody who came with it, those who have left since included
    households: dict[str, int] = field(default_factory=dict)
    served: set[str] = field(default_factory=set)
    # (reception, people)
    exits: list[tuple[str, int]] = field(default_factory=list)
    left_unseen: int = 0


def left_by(exits: Iterable[tuple[str, int]], households: Mapping[str, int]) -> dict[str, int]:
    """People who left, per reception: a person leaves once, however often it was told; a household leaves in parts, and
    never more of it than came, where two tablets that did not hear each other let the same people go."""
    left: dict[str, int] = {}
    for reception, people in exits:
        of = households.get(reception)
        left[reception] = 1 if of is None else min(max(0, of), left.get(reception, 0) + people)
    return left


def newest_claim(claims: Iterable[tuple[str, int, str, str]], claim: str) -> int | None:
    """The latest word on one claim."""
    said = [(clock, id, total) for name, total, clock, id in claims if name == claim]
    return max(said)[2] if said else None


def columns(told: Told) -> dict[str, int | None]:
    """The seven columns; None where nobody said anything."""
    counted = sum(count for counting, count in told.tallies if counting == "count")
    left = left_by(told.exits, told.households)
    known = len(told.persons) + sum(told.households.values())
    # One card split at two tables at once: its people are fewer than the parts that left.
    all_left = min(sum(left.values()), max(counted, known))
    return {
        "expected": newest_claim(told.claims, "expected"),
        "on_the_plane": newest_claim(told.claims, "on_the_plane"),
        "counted": counted,
        "registered": len(told.registered & told.persons),
        "served": len(told.served & told.persons)
        + sum(people for token, people in told.households.items() if token in told.served),
        "inside": inside(counted, known, all_left, told.left_unseen),
        "left": all_left,
    }


@dataclass(frozen=True)
class StillHere:
    """Who is inside, by number: reception -> people with its card; counted and without a card; and how many of all
    these left unseen, nobody knows who. The first two less the third are *inside*."""

    cards: dict[str, int]
    without_card: int
    unseen: int


def still_here(told: Told) -> StillHere:
    """The people whom *inside* of an arrival counts."""
    left = left_by(told.exits, told.households)
    persons = dict.fromkeys(told.persons - left.keys(), 1)
    households = {one: people - left.get(one, 0) for one, people in told.households.items()}
    cards = {one: people for one, people in sorted({**persons, **households}.items()) if people > 0}
    counted = sum(count for counting, count in told.tallies if counting == "count")
    without = max(0, counted - len(told.persons) - sum(told.households.values()))
    return StillHere(cards, without, sum(cards.values()) + without - (columns(told)["inside"] or 0))


@dataclass(frozen=True)
class Sweep:
    """Everybody in the hall counted again: how many were found, and per arrival how many the facts put inside then."""

    found: int
    inside: Mapping[str, int]


@dataclass(frozen=True)
class Unseen:
    """How many left unseen: per arrival those who cannot be among the found, and how many more of any arrival."""

    of: dict[str, int]
    more: int


def left_unseen(sweeps: Iterable[Sweep]) -> Unseen:
    """Of each arrival its last sweep counts, never their sum: a later one tells anew who is there. Earliest first."""
    last: dict[str, Sweep] = {}
    newest = Sweep(0, {})
    for newest in sweeps:
        last |= dict.fromkeys(newest.inside, newest)
    of = {arrival: max(0, sweep.inside[arrival] - sweep.found) for arrival, sweep in last.items()}
    missing = max(0, sum(newest.inside.values()) - newest.found)
    return Unseen(of, missing - sum(of[arrival] for arrival in newest.inside))


def left_by_kind(exits: Iterable[tuple[str, int, str]], households: Mapping[str, int]) -> dict[str, int]:
    """People who left, by how: of (reception, people, how) in the order told; of a person the latest word counts, of a
    household the first as far as it has people."""
    still = dict(households)
    latest: dict[str, str] = {}
    found: dict[str, int] = {}
    for reception, people, how in exits:
        if reception in still:
            went = min(people, max(0, still[reception]))
            still[reception] -= went
            found[how] = found.get(how, 0) + went
        else:
            latest[reception] = how
    for how in latest.values():
        found[how] = found.get(how, 0) + 1
    return found


# How people left, by kind: of three who left one way, one may be known to whoever reads it.
BY_KIND = "exit."


def for_those_without_names(
    numbers: Mapping[str, Mapping[str, int | None]],
) -> dict[str, dict[str, int | None]]:
    """A report as those see it who may see figures and no names."""
    return {
        arrival: {key: number for key, number in of.items() if not key.startswith(BY_KIND)}
        for arrival, of in numbers.items()
    }


def differences(
    was: Mapping[str, Mapping[str, int | None]], now: Mapping[str, Mapping[str, int | None]]
) -> list[tuple[str, str, int | None, int | None]]:
    """(arrival, number, was, now) wherever two reports differ; nothing said and nothing there are the same."""
    found = []
    for arrival in [*was, *(one for one in now if one not in was)]:
        before, after = was.get(arrival, {}), now.get(arrival, {})
        for key in [*before, *(one for one in after if one not in before)]:
            if (before.get(key) or 0) != (after.get(key) or 0):
                found.append((arrival, key, before.get(key), after.get(key)))
    return found


# Tablets of one hall fall silent together when the day ends; one that was off long before has not told everything.
TOGETHER = timedelta(minutes=15)


def heard_together(heard: list[tuple[datetime | None, int]], begin: datetime) -> tuple[list[int], list[int]]:
    """Of (heard at, not sent): the places of tablets that were heard with the last one and have nothing unsent, and
    of the others. `begin`: a tablet not heard since then was not heard."""
    of_day = [at for at, _ in heard if at is not None and at >= begin]
    since = max(of_day) - TOGETHER if of_day else None
    recent = [
        place
        for place, (at, unsent) in enumerate(heard)
        if since is not None and at is not None and at >= max(since, begin) and not unsent
    ]
    return recent, [place for place in range(len(heard)) if place not in recent]


# A body has at most 16 kB; an arrival takes some 1,200 bytes, a tablet some 200.
ARRIVALS_IN_PART = 8
TABLETS_IN_PART = 20
Part = TypeVar("Part")


def in_parts(
    numbers: Mapping[str, dict[str, int | None]], heard: list[Part]
) -> list[tuple[dict[str, dict[str, int | None]], list[Part]]]:
    """A report in pieces that each fit one fact; together they are the report."""
    keys = list(numbers)
    parts = max(-(-len(keys) // ARRIVALS_IN_PART), -(-len(heard) // TABLETS_IN_PART), 1)
    return [
        (
            {key: numbers[key] for key in keys[part * ARRIVALS_IN_PART : (part + 1) * ARRIVALS_IN_PART]},
            heard[part * TABLETS_IN_PART : (part + 1) * TABLETS_IN_PART],
        )
        for part in range(parts)
    ]
