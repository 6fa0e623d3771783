"""What was found was given to the holder of a card."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.safety.models import ThingBack


@entry("safety.thing_back", version=1, into=ThingBack, wall="reception", keep="person")
class ThingGivenBack(Fact):
    thing: Id

    example = {"thing": "0190a5c0-0000-7000-8000-000000000071"}
