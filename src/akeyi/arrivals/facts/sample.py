"""How many came of a flow in some minutes: where they are too many to count them all, the hour is estimated from it."""

from typing import Annotated

from pydantic import Field

from akeyi.arrivals.models import Sample
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Number


@entry("arrivals.sample", version=1, into=Sample, wall="reception", keep="ledger")
class Sampled(Fact):
    people: Number
    # Of the minutes before it was told.
    minutes: Annotated[int, Field(ge=1, le=60)]

    example = {"people": 48, "minutes": 10}
