"""Somebody was promised an amount of money and holds a receipt for it: what is due to them, or what was said."""

from typing import Annotated

from pydantic import StringConstraints

from akeyi.assistance.models import Promise
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id

# Three digits behind the point are the most that a currency has.
Money = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}(\.[0-9]{1,3})?$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


@entry("assistance.promise", version=1, into=Promise, wall="cash", keep="ledger")
class MoneyPromised(Fact):
    # What payments name: it stands when nobody knows any more whose card it was.
    promise: Id
    amount: Money
    currency: Currency
    # On the receipt: whoever holds it is paid.
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
    # By which it is due; none: somebody gave their word.
    programme: Id | None = None
    # The worker who answers for it until it is paid.
    owner: Id

    example = {
        "promise": "0190a5c0-0000-7000-8000-000000000061",
        "amount": "10000.00",
        "currency": "HTG",
        "code": "407122350417",
        "programme": "0190a5c0-0000-7000-8000-000000000031",
        "owner": "0190a5c0-0000-7000-8000-00000000000b",
    }
