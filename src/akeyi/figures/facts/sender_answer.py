"""The head of mission told an authority that sent people how many arrived, and whether anybody was hurt aboard."""

from typing import Annotated

from pydantic import Field

from akeyi.figures.models import SenderAnswer
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id

# As large as a count of the board can be.
Some = Annotated[int, Field(ge=0, le=2_000_000_000)]


# No word of it can be typed. Said at the office alone: told_by nobody, no tablet may.
@entry("figures.sender_answer", version=1, into=SenderAnswer, wall="office", keep="ledger", told_by=())
class SenderWasAnswered(Fact):
    arrival: Id
    arrived: Some
    of: Some | None = None
    is_hurt: bool

    example = {"arrival": "0190a5c0-0000-7000-8000-0000000000c1", "arrived": 97, "of": 99, "is_hurt": False}
