"""A worker's PIN opens more walls again: somebody who reads behind them said that it is them."""

from typing import Literal

from akeyi.access.models import PinOpened
from akeyi.journal.declare import Fact, entry

# `second`: somebody else who holds the walls; `first`: nobody here did, and the manager knows the worker.
Why = Literal["second", "first"]


@entry("access.pin_opened", version=1, into=PinOpened, wall="office", keep="ledger", told_by=())
class PinWasOpened(Fact):
    walls: list[Literal["cash", "triage", "health", "child", "protection", "safety"]]
    why: Why

    example = {"walls": ["triage", "protection"], "why": "second"}
