"""Somebody who had agreed to it was called: whether they were reached, and how they are. It names nobody."""

from akeyi.feedback.groups import Outcome, Received, Situation, Step
from akeyi.feedback.models import Call
from akeyi.journal.declare import Fact, entry


# Told at a table alone. Its subject is the wish, which goes before it does.
@entry("feedback.call", version=1, into=Call, wall="sealed", keep="ledger", told_by=())
class CallMade(Fact):
    step: Step
    outcome: Outcome
    situation: Situation | None = None
    # Whether they received what they were promised.
    received: Received | None = None
    wants_help: bool | None = None

    example = {"step": "day_7", "outcome": "reached", "situation": "here", "received": "no", "wants_help": False}
