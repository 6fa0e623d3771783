"""How many workers are expected between two hours, station by station, and how many of them speak a language."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Moment
from akeyi.planning.models import Shift
from akeyi.planning.stations import Station

Language = Literal["ht", "fr", "es", "en", "pt"]
Workers = Annotated[int, Field(ge=0, le=1000)]


# Said at the office alone: no tablet may.
@entry("planning.shift", version=1, into=Shift, wall="office", keep="ledger", told_by=())
class ShiftPlanned(Fact):
    since_at: Moment
    until_at: Moment
    staff: dict[Station, Workers]
    languages: dict[Language, Workers] = {}

    example = {
        "since_at": "2021-09-19T11:00:00Z",
        "until_at": "2021-09-19T19:00:00Z",
        "staff": {"register": 4, "serve": 2},
        "languages": {"ht": 6, "es": 1},
    }
