"""What a child seems to need: seen in passing, never asked in a queue."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import ChildNeed


@entry("screening.child_need", version=1, into=ChildNeed, wall="child", keep="person")
class ChildNeedSeen(Fact):
    tag: Literal["alone", "with_other_relatives", "looks_after_children", "infant_in_distress", "afraid_of_adult"]

    example = {"tag": "alone"}
