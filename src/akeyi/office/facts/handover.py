"""A shift was handed over: what was open, and who took it on."""

from typing import Any

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.office.models import Handover


@entry("office.handover", version=1, into=Handover, wall="office", keep="ledger")
class HandedOver(Fact):
    from_worker: Id | None = None
    to_worker: Id
    lines: list[dict[str, Any]]

    example = {"to_worker": "0190a5c0-0000-7000-8000-000000000007", "lines": []}
