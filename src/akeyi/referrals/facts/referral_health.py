"""Somebody is sent to a service by a health worker: which one, by when, and exactly what it is told."""

from akeyi.journal.declare import entry
from akeyi.referrals.models import ReferralHealth

from .referral_protection import Referred


@entry("referrals.referral_health", version=1, into=ReferralHealth, wall="health", keep="person", told_by=("health",))
class ReferredByHealth(Referred):
    pass
