"""Within how many days complaints of each category are answered at a site."""

from typing import Annotated

from pydantic import Field

from akeyi.feedback.models import Deadline
from akeyi.journal.declare import Revision, revision

Days = Annotated[int, Field(ge=0, le=90)]


# Said by the site manager at a table.
@revision("feedback.deadline", version=1, into=Deadline, wall="office", keep="ledger", told_by=())
class DeadlineRevised(Revision):
    money: Days | None = None
    place: Days | None = None
    treated: Days | None = None
    favour: Days | None = None
    abuse: Days | None = None
    other: Days | None = None

    example = {"abuse": 1, "place": 14}
