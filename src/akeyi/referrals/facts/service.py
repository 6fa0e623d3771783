"""A service that people can be sent to: where, when, for what, and how many it can take today."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Day, Line, Number, Word
from akeyi.referrals.groups import Need
from akeyi.referrals.models import Service


@revision(
    "referrals.service",
    version=1,
    into=Service,
    wall="reception",
    keep="ledger",
    told_by=("manager", "health", "child_protection", "protection"),
)
class ServiceRevised(Revision):
    name: Word | None = None
    organisation: Line | None = None
    needs: Annotated[list[Need], Field(max_length=12)] | None = None
    # Where people go, as it may stand on what they carry: a door, never what is done behind it.
    place: Line | None = None
    hours: Line | None = None
    languages: Annotated[list[Word], Field(max_length=10)] | None = None
    phone: Word | None = None
    email: Line | None = None
    # How many more it takes, on which day.
    capacity: Number | None = None
    capacity_on: Day | None = None
    is_active: bool | None = None

    example = {
        "name": "Legal aid",
        "needs": ["legal_aid"],
        "place": "Blue gate, Rue 5",
        "hours": "8-16",
        "languages": ["ht", "fr"],
        "is_active": True,
    }
