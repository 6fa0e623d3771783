"""The money that a cashier answers for was opened, moved or closed, by two who gave their PIN."""

from typing import Literal

from akeyi.assistance.facts.cash_promise import Currency, Money
from akeyi.assistance.models import FloatMove
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id


@entry("assistance.float", version=1, into=FloatMove, wall="cash", keep="ledger")
class FloatMoved(Fact):
    # alone: the second one went, so nothing is paid; together: somebody is there again.
    what: Literal["opened", "topped_up", "handed", "taken_out", "alone", "together", "closed"]
    currency: Currency
    # Closed: what was counted.
    amount: Money
    # Whose PIN was given beside; of what is handed on, who takes it.
    second: Id | None = None
    # Handed: into which float.
    to: Id | None = None
    # Closed with a difference: why.
    reason: Literal["miscounted", "change", "not_written_down", "false_note", "stolen", "unknown", "other"] | None = (
        None
    )

    example = {
        "what": "opened",
        "currency": "HTG",
        "amount": "200000.00",
        "second": "0190a5c0-0000-7000-8000-00000000000c",
    }
