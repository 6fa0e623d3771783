"""A version of a programme was published: who gets what, how often, and from which day on."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from akeyi.arrivals.groups import How
from akeyi.assistance.models import Programme
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Day, Id, Word

Age = Annotated[int, Field(ge=0, le=130)]
# Higher than any reception pays: a slip of the finger has two digits more.
Amount = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}(\.[0-9]{1,2})?$")]


class Gives(BaseModel):
    """To whom each time, and how often; `every_hours` says more than `often`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    per: Literal["person", "family", "head"] = "person"
    often: Literal["once", "arrival", "any"] = "once"
    every_hours: Annotated[int, Field(ge=1, le=720)] | None = None


class GivesItem(Gives):
    """So many of an item or a service."""

    item: Id
    quantity: Annotated[int, Field(ge=1, le=20)] = 1


class GivesCash(Gives):
    """An amount of money. It is shown as due; paying is another room's."""

    amount: Amount
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


@entry("assistance.programme", version=1, into=Programme, wall="assistance", keep="ledger", told_by=("manager",))
class ProgrammePublished(Fact):
    names: dict[Literal["ht", "fr", "es", "en"], Word]
    since: Day
    until: Day | None = None
    sex: Literal["female", "male"] | None = None
    # Years, both included.
    age_from: Age | None = None
    age_to: Age | None = None
    # Empty: however they came.
    hows: list[How] = []
    # Only for whom a colleague gave a voucher, who knows why.
    with_voucher: bool = False
    # Nothing in both: it has ended.
    items: Annotated[list[GivesItem], Field(max_length=12)] = []
    cash: Annotated[list[GivesCash], Field(max_length=3)] = []

    example = {
        "names": {"ht": "Premye jou yo", "fr": "Premiers jours", "es": "Primeros días", "en": "First days"},
        "since": "2021-09-19",
        "sex": "female",
        "age_from": 12,
        "items": [
            {
                "item": "0190a5c0-0000-7000-8000-000000000009",
                "quantity": 1,
                "per": "person",
                "often": "once",
                "every_hours": None,
            }
        ],
        "cash": [],
    }
