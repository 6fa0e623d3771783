"""How many people wait outside just now."""

from akeyi.arrivals.models import WaitingOutside
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Number, Word


@entry("arrivals.waiting_outside", version=1, into=WaitingOutside, wall="reception", keep="ledger")
class OutsideCounted(Fact):
    people: Number
    # None: of the whole site, as one queue.
    lane: Word | None = None

    example = {"people": 120, "lane": "A"}
