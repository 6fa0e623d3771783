"""An arrival: announced, revised, landed, met, closed."""

from typing import Literal

from akeyi.arrivals.groups import How
from akeyi.arrivals.models import Arrival
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Line, Moment, Word

Status = Literal[
    "announced", "confirmed", "under_way", "landed", "met", "closed", "cancelled", "diverted", "landed_elsewhere"
]


@revision("arrivals.arrival", version=1, into=Arrival, wall="reception", keep="ledger")
class ArrivalRevised(Revision):
    how: How | None = None
    label: Word | None = None
    carrier: Line | None = None
    origin: Line | None = None
    status: Status | None = None
    eta_at: Moment | None = None
    landed_at: Moment | None = None
    stops: list[Line] | None = None
    notified_by: Line | None = None
    channel: Word | None = None
    follows: Id | None = None
    elsewhere: Line | None = None
    door: Word | None = None
    # Whose flow it is, where people come through side by side: a lane has its own rolls, tablets and numbers.
    lane: Word | None = None

    example = {"how": "flight", "label": "GXA 3301", "status": "announced", "eta_at": "2021-09-19T13:10:00Z"}
