"""An amount that is owed stood in a file for a mobile money company, or the company could not pay it."""

from typing import Literal

from akeyi.assistance.facts.cash_promise import Currency, Money
from akeyi.assistance.models import Transfer
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Word


@entry("assistance.transfer", version=1, into=Transfer, wall="cash", keep="ledger")
class TransferTold(Fact):
    promise: Id
    step: Literal["sent", "failed"]
    amount: Money
    currency: Currency
    # What the company answered.
    number: Word | None = None

    example = {
        "promise": "0190a5c0-0000-7000-8000-000000000061",
        "step": "sent",
        "amount": "5000.00",
        "currency": "HTG",
    }
