"""Items came into a store, went out of it or to another one, or were counted there."""

from typing import Literal

from akeyi.assistance.facts.item import Parts
from akeyi.assistance.models import Movement
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Day, Id, Number, Word

What = Literal["received", "returned", "moved", "packed", "issued", "lost", "counted"]
Reason = Literal["damaged", "expired", "stolen", "not_written_down", "wrong_delivery", "unknown", "other"]


@entry("assistance.movement", version=1, into=Movement, wall="assistance", keep="ledger")
class ItemsMoved(Fact):
    what: What
    item: Id
    store: Id
    quantity: Number
    # Moved: into which store.
    to: Id | None = None
    # Packed: what one kit took.
    parts: Parts | None = None
    lot: Word | None = None
    expires_on: Day | None = None
    # The number on the paper that came along.
    document: Word | None = None
    reason: Reason | None = None

    example = {
        "what": "received",
        "item": "0190a5c0-0000-7000-8000-000000000009",
        "store": "0190a5c0-0000-7000-8000-00000000000c",
        "quantity": 200,
        "lot": "B-14",
        "expires_on": "2027-05-31",
    }
