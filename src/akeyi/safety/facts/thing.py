"""A line of the log of what was found in the hall, and of what somebody misses."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line, Word
from akeyi.safety.models import Thing


@entry("safety.thing", version=1, into=Thing, wall="reception", keep="person")
class ThingTold(Fact):
    # Found: about itself. Lost: about the card of whoever misses it.
    what: Literal["found", "lost"]
    description: Line
    place: Word | None = None

    example = {"what": "found", "description": "A black shoe, size 38", "place": "Door A"}
