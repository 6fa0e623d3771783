"""What became of a referral behind `protection`: it was sent, or the receiver answered."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Line
from akeyi.referrals.groups import Reason, Step
from akeyi.referrals.models import StepProtection


class Stepped(Fact):
    """One step. By a link nobody is named, since whoever receives has no account; by voice the worker who heard it."""

    referral: Id
    step: Step
    by: Literal["link", "paper", "voice"]
    reason: Reason | None = None
    note: Line | None = None

    example = {"referral": "0190a5c0-0000-7000-8000-0000000000a3", "step": "acknowledged", "by": "link"}


@entry(
    "referrals.step_protection",
    version=1,
    into=StepProtection,
    wall="protection",
    keep="person",
    told_by=("protection",),
)
class SteppedProtection(Stepped):
    pass
