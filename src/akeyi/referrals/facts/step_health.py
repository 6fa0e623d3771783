"""What became of a referral behind `health`: it was sent, or the receiver answered."""

from akeyi.journal.declare import entry
from akeyi.referrals.models import StepHealth

from .step_protection import Stepped


@entry("referrals.step_health", version=1, into=StepHealth, wall="health", keep="person", told_by=("health",))
class SteppedHealth(Stepped):
    pass
