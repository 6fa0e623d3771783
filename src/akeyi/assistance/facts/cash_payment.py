"""An amount that was promised was paid, whole or in part."""

from typing import Literal

from akeyi.assistance.facts.cash_promise import Currency, Money
from akeyi.assistance.models import Payment
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Word


@entry("assistance.payment", version=1, into=Payment, wall="cash", keep="ledger")
class MoneyPaid(Fact):
    promise: Id
    amount: Money
    currency: Currency
    how: Literal["hand", "voucher"]
    # By hand: out of whose money.
    float: Id | None = None
    # What stands on the voucher.
    number: Word | None = None

    example = {
        "promise": "0190a5c0-0000-7000-8000-000000000061",
        "amount": "5000.00",
        "currency": "HTG",
        "how": "hand",
        "float": "0190a5c0-0000-7000-8000-000000000062",
    }
