"""One tap of the counter: people of one group stepped down."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.arrivals.groups import Group
from akeyi.arrivals.models import Tally
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word


@entry("arrivals.tally", version=1, into=Tally, wall="reception", keep="ledger")
class Tallied(Fact):
    group: Group
    count: Annotated[int, Field(ge=1, le=1000)]
    # Two counters at one door count the same people: only what is counted as "count" adds up.
    counting: Literal["count", "check"]
    door: Word
    how: Literal["tap", "typed"]

    example = {"group": "woman", "count": 1, "counting": "count", "door": "A", "how": "tap"}
