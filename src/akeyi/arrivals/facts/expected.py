"""How many are expected, or on the plane, as somebody said."""

from typing import Literal

from akeyi.arrivals.groups import Groups
from akeyi.arrivals.models import Expected
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line, Number


@entry("arrivals.expected", version=1, into=Expected, wall="reception", keep="ledger")
class ExpectedTold(Fact):
    claim: Literal["expected", "on_the_plane"]
    said_by: Line
    total: Number
    groups: Groups | None = None

    example = {"claim": "expected", "said_by": "Office National de la Migration", "total": 99}
