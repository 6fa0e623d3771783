"""Somebody left the site: how, and where to."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.arrivals.groups import Groups
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Line, Word
from akeyi.onward.models import Exit

How = Literal[
    "own_way",
    "own_wish",
    "collected",
    "on_a_trip",
    "hospital",
    "shelter",
    "taken_by_authorities",
    "died",
    "left_unseen",
]


@entry("onward.exit", version=1, into=Exit, wall="reception", keep="person")
class Left(Fact):
    how: How
    destination: Word | None = None
    with_whom: Line | None = None
    # One, or as many as leave with a household token.
    people: Annotated[int, Field(ge=1, le=10_000)] = 1
    groups: Groups | None = None
    # On the bus: it counts as left once the trip has.
    trip: Id | None = None

    example = {"how": "own_way", "destination": "HT03", "people": 1}
