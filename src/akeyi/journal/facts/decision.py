"""What a withdrawn device told is refused, or taken in after all."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.models import Decision
from akeyi.journal.terms import Id


@entry("journal.decision", version=1, into=Decision, wall=None, keep="ledger", told_by=("manager",))
class Decided(Fact):
    facts: list[Id]
    verdict: Literal["refused", "taken_in"]

    example = {"facts": ["0190a5c0-0000-7000-8000-000000000001"], "verdict": "refused"}
