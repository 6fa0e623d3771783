"""What becomes of a complaint: whose it is, by when it is answered, the answer or whom to see."""

from akeyi.feedback.models import Handling
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Day, Id, Text


# Told by its focal point at a table, never from a tablet.
@revision("feedback.handling", version=1, into=Handling, wall="sealed", keep="person", told_by=())
class HandlingRevised(Revision):
    owner: Id | None = None
    due_on: Day | None = None
    answer: Text | None = None
    # The focal point to whom the person may go.
    see: Id | None = None
    is_closed: bool | None = None

    example = {"answer": "Water stands at both doors since Tuesday.", "is_closed": True}
