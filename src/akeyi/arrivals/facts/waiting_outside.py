"""How many people wait outside just now."""

from akeyi.arrivals.models import WaitingOutside
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Number


@entry("arrivals.waiting_outside", version=1, into=WaitingOutside, wall="reception", keep="ledger")
class OutsideCounted(Fact):
    people: Number

    example = {"people": 120}
