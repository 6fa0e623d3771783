"""A trip left; against a closed road only by the word of somebody named, with the reason."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Line
from akeyi.onward.models import Departure


@entry("onward.departure", version=1, into=Departure, wall="reception", keep="ledger")
class TripDeparted(Fact):
    # Only where the road was closed: why all the same, and who answered for it beside whoever says so.
    why: Line | None = None
    second_worker: Id | None = None

    example = {"why": "The convoy of the Red Cross goes ahead"}
