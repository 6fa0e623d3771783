"""Where somebody sleeps who does not travel today, that they wait instead, or that they have slept here."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.onward.models import Night

# `slept` leaves them where they are; `nothing`: they need neither any more.
Where = Literal["women", "men", "families", "waits", "slept", "nothing"]


@entry("onward.night", version=1, into=Night, wall="reception", keep="person")
class NightTold(Fact):
    where: Where

    example = {"where": "families"}
