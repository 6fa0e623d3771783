"""The hall goes on: named are the pauses that whoever says so knew of, so one that nobody had heard still stands."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.safety.models import Resume


@entry("safety.resume", version=1, into=Resume, wall="reception", keep="ledger", told_by=("manager", "safety"))
class HallResumed(Fact):
    ends: Annotated[list[Id], Field(max_length=200)]

    example = {"ends": ["0190a5c0-0000-7000-8000-000000000061"]}
