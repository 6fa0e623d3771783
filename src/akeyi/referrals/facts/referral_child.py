"""A child is sent to a service by a child-protection worker: which one, by when, and exactly what it is told."""

from akeyi.journal.declare import entry
from akeyi.referrals.models import ReferralChild

from .referral_protection import Referred


@entry(
    "referrals.referral_child",
    version=1,
    into=ReferralChild,
    wall="child",
    keep="person",
    told_by=("child_protection",),
)
class ReferredByChild(Referred):
    pass
