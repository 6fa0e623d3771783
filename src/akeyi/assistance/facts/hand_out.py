"""One item was given to one person."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.assistance.models import HandOut
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id


@entry("assistance.hand_out", version=1, into=HandOut, wall="assistance", keep="ledger")
class HandOutGiven(Fact):
    item: Id
    quantity: Annotated[int, Field(ge=1, le=100)] = 1
    override: Literal["lost", "damaged", "shared", "other"] | None = None
    # Out of which store; unsaid: the one that gives at this site.
    store: Id | None = None

    example = {"item": "0190a5c0-0000-7000-8000-000000000009", "quantity": 1}
