"""What somebody seems to need of a protection worker: seen in passing, never asked in a queue."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import ProtectionNeed


@entry("screening.protection_need", version=1, into=ProtectionNeed, wall="protection", keep="person")
class ProtectionNeedSeen(Fact):
    tag: Literal["in_distress", "afraid", "nowhere_to_sleep", "speaks_no_creole", "alone_with_children"]

    example = {"tag": "in_distress"}
