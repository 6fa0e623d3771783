"""A day was closed: its counts as they were known, and from which tablets."""

from pydantic import BaseModel

from akeyi.figures.models import Closing
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Day, Id, Moment, Number, Word


class Heard(BaseModel):
    """How far one tablet had been heard."""

    device: Id
    label: Word
    last_n: Number
    unsent: Number
    at: Moment | None


@entry("figures.closing", version=1, into=Closing, wall="office", keep="ledger", told_by=("manager",))
class DayClosed(Fact):
    day: Day
    # {arrival id, or "site": {column: number}}
    numbers: dict[str, dict[str, int | None]]
    heard: list[Heard]

    example = {"day": "2021-09-19", "numbers": {"site": {"counted": 327}}, "heard": []}
