"""A card came back at the door."""

from akeyi.journal.declare import Fact, entry
from akeyi.people.models import CardReturned


@entry("people.card_returned", version=1, into=CardReturned, wall="reception", keep="ledger")
class CardCameBack(Fact):
    pass
