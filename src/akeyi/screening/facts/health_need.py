"""What somebody seems to need, as far as it is about their body: seen in passing, never asked in a queue."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import HealthNeed


@entry("screening.health_need", version=1, into=HealthNeed, wall="health", keep="person")
class HealthNeedSeen(Fact):
    tag: Literal["pregnant", "breastfeeding", "injured", "ill", "cannot_walk", "cannot_see", "cannot_hear", "frail"]

    example = {"tag": "pregnant"}
