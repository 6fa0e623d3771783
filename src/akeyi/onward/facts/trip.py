"""A vehicle that takes people on: which way, when, how many seats, who drives."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Moment, Word
from akeyi.onward.facts.route import Stops
from akeyi.onward.models import Trip

Seats = Annotated[int, Field(ge=1, le=200)]


@revision("onward.trip", version=1, into=Trip, wall="reception", keep="ledger")
class TripRevised(Revision):
    route: Id | None = None
    vehicle: Word | None = None
    # As the carrier calls them, and the number to ask where they are.
    driver: Word | None = None
    phone: Word | None = None
    seats: Seats | None = None
    leaves_at: Moment | None = None
    # By then somebody should have heard that they arrived.
    due_at: Moment | None = None
    stops: Stops | None = None
    is_cancelled: bool | None = None

    example = {
        "route": "0190a5c0-0000-7000-8000-000000000041",
        "vehicle": "White bus",
        "driver": "Driver 2",
        "phone": "3700 0000",
        "seats": 50,
        "leaves_at": "2021-09-19T18:30:00Z",
        "due_at": "2021-09-20T01:30:00Z",
    }
