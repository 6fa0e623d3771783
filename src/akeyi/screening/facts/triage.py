"""How soon somebody has to be seen: a colour, and the neutral place where they wait. Never why."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import Triage


@entry("screening.triage", version=1, into=Triage, wall="triage", keep="person")
class TriageSet(Fact):
    colour: Literal["red", "orange", "yellow", "green"]
    # One of them is the private corner: a place says as little as a number.
    place: Literal["A", "B", "C"] | None = None

    example = {"colour": "orange", "place": "B"}
