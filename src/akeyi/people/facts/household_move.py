"""People came to a household token, or moved from one to another card; the counts are conserved."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.arrivals.groups import Group
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.people.models import HouseholdMove


@entry("people.household_move", version=1, into=HouseholdMove, wall="reception", keep="ledger")
class HouseholdMoved(Fact):
    # Empty source: people came. Whoever leaves the site leaves by an exit.
    source: Id | None = None
    target: Id
    why: Literal["arrived", "joined", "split", "registered"]
    groups: dict[Group, Annotated[int, Field(ge=1, le=1000)]]

    example = {
        "target": "0190a5c0-0000-8000-8000-000000000005",
        "why": "arrived",
        "groups": {"woman": 2, "girl": 3},
    }
