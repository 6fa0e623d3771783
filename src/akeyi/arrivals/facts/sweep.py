"""The hall was counted again; who is missing left unseen."""

from akeyi.arrivals.models import Sweep
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Number


@entry("arrivals.sweep", version=1, into=Sweep, wall="reception", keep="ledger")
class Swept(Fact):
    found: Number
    left_unseen: Number

    example = {"found": 41, "left_unseen": 2}
