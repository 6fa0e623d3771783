"""What somebody said of a road: open or closed, or that nobody knows any more."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line, Moment
from akeyi.onward.facts.route import OF_ROADS
from akeyi.onward.models import RouteStatus


@entry("onward.route_status", version=1, into=RouteStatus, wall="reception", keep="ledger", told_by=OF_ROADS)
class RouteStatusSaid(Fact):
    status: Literal["open", "unknown", "closed"]
    # Whose word it is: a driver, a colleague, the radio.
    said_by: Line
    # From then on an open road is unknown; a closed one stays closed, and somebody asks again.
    until: Moment | None = None

    example = {"status": "open", "said_by": "The driver of the morning bus", "until": "2021-09-19T22:00:00Z"}
