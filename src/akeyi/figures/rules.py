"""The seven columns of every board and report, computed from plain facts; the desk computes them alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field

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


def left_by(exits: Iterable[tuple[str, int]], households: Iterable[str]) -> dict[str, int]:
    """People who left, per reception: a person leaves once, however often it was told; a household leaves in parts."""
    of_households = set(households)
    left: dict[str, int] = {}
    for reception, people in exits:
        left[reception] = left.get(reception, 0) + people if reception in of_households else 1
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
    all_left = sum(left.values())
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
