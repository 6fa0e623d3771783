"""Two cards were crossed in a family: what was registered changed places."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.people.models import CardSwapped


@entry("people.card_swapped", version=1, into=CardSwapped, wall="reception", keep="person")
class CardsWereSwapped(Fact):
    other: Id

    example = {"other": "0190a5c0-0000-8000-8000-000000000004"}
