"""A way from the site to a place: which place, by which road, where a bus stops, and how long it takes."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line, Number, Word
from akeyi.onward.models import Route

# Codes of places on the way, in their order.
Stops = Annotated[list[Word], Field(max_length=20)]
# Whoever says what is known of roads.
OF_ROADS = ("manager", "safety")


@revision("onward.route", version=1, into=Route, wall="reception", keep="ledger", told_by=OF_ROADS)
class RouteRevised(Revision):
    destination: Word | None = None
    via: Line | None = None
    stops: Stops | None = None
    # As a rule, in minutes.
    takes_min: Number | None = None
    is_active: bool | None = None

    example = {"destination": "HT03", "via": "RN1", "stops": ["HT0141", "HT0531"], "takes_min": 420, "is_active": True}
