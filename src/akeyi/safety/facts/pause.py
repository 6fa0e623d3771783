"""The hall stops: nobody is called or taken in; or everybody goes to the other place."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.safety.models import Pause


@entry("safety.pause", version=1, into=Pause, wall="reception", keep="ledger")
class HallPaused(Fact):
    # About the site. Either stops calls and intake; leaving goes on.
    how: Literal["pause", "evacuate"]

    example = {"how": "pause"}
