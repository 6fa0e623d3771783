"""Everybody in the hall was counted again, whichever arrival they came with; who is missing left unseen."""

from akeyi.arrivals.models import Sweep
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Number


@entry("arrivals.sweep", version=1, into=Sweep, wall="reception", keep="ledger")
class Swept(Fact):
    # About the site. Who is missing is reckoned from the facts, so that an exit that comes late is not in it twice.
    found: Number
    # The arrivals whose people were looked for; the last sweep of each tells anew who is missing of it.
    of: list[Id]

    example = {"found": 41, "of": ["0190a5c0-0000-7000-8000-000000000001"]}
