"""The holder of a card was seen at the other place, or so many of a household."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.safety.models import Seen


@entry("safety.seen", version=1, into=Seen, wall="reception", keep="person")
class SeenThere(Fact):
    # The pause during which the roll was called; seen before it, or after, says nothing of now.
    pause: Id
    people: Annotated[int, Field(ge=1, le=10_000)] = 1

    example = {"pause": "0190a5c0-0000-7000-8000-000000000061", "people": 1}
