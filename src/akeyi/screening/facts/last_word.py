"""The last word at the door, asked of everybody, so that being asked says nothing about anybody."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import LastWord


@entry("screening.last_word", version=1, into=LastWord, wall="triage", keep="person")
class LastWordAsked(Fact):
    has_eaten: bool | None = None
    knows_way: bool | None = None
    # Only for red and orange. Nobody is held: their own wish is a decision like the others.
    decision: Literal["was_seen", "referred", "own_wish"] | None = None

    example = {"has_eaten": True, "knows_way": True, "decision": "was_seen"}
