"""What was said about somebody behind one wall is erased everywhere."""

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.models import Erasure


@entry("journal.erase", version=1, into=Erasure, wall=None, keep="ledger", told_by=("manager",))
class Erased(Fact):
    reason: str = Field(max_length=60)

    example = {"reason": "asked for by the person"}
