"""How many days what stands behind a wall about people is kept, and who answers for it."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.operation.models import Period
from akeyi.operation.rules import LONGEST_DAYS

KeptWall = Literal["reception", "assistance", "cash", "triage", "health", "child", "protection", "safety"]


# Said at the office alone, where it is known who says it: told_by nobody, no tablet may.
@entry("operation.period", version=1, into=Period, wall="office", keep="ledger", told_by=())
class PeriodSet(Fact):
    of: KeptWall
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)]
    owner: Id | None = None

    example = {"of": "health", "days": 30, "owner": "0190a5c0-0000-7000-8000-0000000000a1"}
