"""So many of an item were given to people without looking at a card: water for a hall that has just landed."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.assistance.models import GivenToMany
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id


@entry("assistance.given_to_many", version=1, into=GivenToMany, wall="assistance", keep="ledger")
class GivenToManyTold(Fact):
    item: Id
    quantity: Annotated[int, Field(ge=1, le=1000)]
    how: Literal["tap", "carton"]
    # Out of which store; unsaid: the one that gives at this site.
    store: Id | None = None

    example = {"item": "0190a5c0-0000-7000-8000-000000000009", "quantity": 24, "how": "carton"}
