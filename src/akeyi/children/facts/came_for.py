"""Somebody came for a child: what was seen and asked, and whether the child may go with them."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.children.models import CameFor
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line


@entry("children.came_for", version=1, into=CameFor, wall="child", keep="person", told_by=("child_protection",))
class SomebodyCameFor(Fact):
    name: Line
    says_to_be: Literal["mother", "father", "guardian", "relative", "service", "other"]
    identity: Literal["seen", "none", "differs"]
    # Without a paper: the child knows them, what both answer agrees, and two people who were asked, in words.
    child_knows: bool | None = None
    answers_agree: bool | None = None
    contacts: Annotated[list[Line], Field(max_length=4)] | None = None
    outcome: Literal["may_take", "turned_away", "waits"]
    decision: Line | None = None

    example = {
        "name": "Marie Jozef",
        "says_to_be": "relative",
        "identity": "none",
        "child_knows": True,
        "answers_agree": True,
        "contacts": ["Grandmother, by phone", "Pastor of Delmas 33"],
        "outcome": "may_take",
        "decision": "Both say the same of the house and the dog.",
    }
