"""A person agreed, or not, to what only a protection worker may know of."""

from typing import Literal

from akeyi.journal.declare import entry
from akeyi.people.models import ConsentProtection

from .consent import Answered


@entry("people.consent_protection", version=1, into=ConsentProtection, wall="protection", keep="person")
class ProtectionConsentTold(Answered):
    purpose: Literal["service_referral", "legal_help", "consulate", "anonymous_use"]

    example = {"purpose": "service_referral", "answer": "yes", "how": "said", "language": "ht", "is_interpreted": False}
