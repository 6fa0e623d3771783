"""A lost card was replaced: two cards, one reception."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.people.facts.reception import CardNumber
from akeyi.people.models import CardReplaced


@entry("people.card_replaced", version=1, into=CardReplaced, wall="reception", keep="person")
class CardWasReplaced(Fact):
    old_card: CardNumber
    new_card: CardNumber
    new_reception: Id

    example = {
        "old_card": "41829375",
        "new_card": "41800012",
        "new_reception": "0190a5c0-0000-8000-8000-000000000004",
    }
