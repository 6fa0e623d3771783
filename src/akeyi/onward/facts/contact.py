"""Word of a trip that is under way: arrived, still going, turned back, or in trouble."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line
from akeyi.onward.models import Contact

What = Literal["arrived", "on_the_way", "turned_back", "trouble"]


@entry("onward.contact", version=1, into=Contact, wall="reception", keep="ledger")
class TripHeardOf(Fact):
    what: What
    said_by: Line | None = None

    example = {"what": "arrived", "said_by": "The driver"}
