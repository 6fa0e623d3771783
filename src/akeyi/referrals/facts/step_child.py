"""What became of a referral behind `child`: it was sent, or the receiver answered."""

from akeyi.journal.declare import entry
from akeyi.referrals.models import StepChild

from .step_protection import Stepped


@entry("referrals.step_child", version=1, into=StepChild, wall="child", keep="person", told_by=("child_protection",))
class SteppedChild(Stepped):
    pass
