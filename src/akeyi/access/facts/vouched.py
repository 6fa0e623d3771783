"""A worker's PIN or office account opens more walls: somebody who reads behind them said that it is them."""

from typing import Literal

from akeyi.access.models import Vouched
from akeyi.journal.declare import Fact, entry

Way = Literal["pin", "account"]
# `second`: somebody else who holds the walls; `first`: nobody here did, and the manager knows the worker.
Why = Literal["second", "first"]


@entry("access.vouched", version=1, into=Vouched, wall="office", keep="ledger", told_by=())
class WasVouchedFor(Fact):
    way: Way
    walls: list[Literal["cash", "triage", "health", "child", "protection", "safety", "office", "sealed"]]
    why: Why

    example = {"way": "pin", "walls": ["triage", "protection"], "why": "second"}
