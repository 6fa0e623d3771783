"""A person agreed, or not, that a hospital is told what health workers found."""

from typing import Literal

from akeyi.journal.declare import entry
from akeyi.people.models import ConsentHealth

from .consent import Answered


@entry("people.consent_health", version=1, into=ConsentHealth, wall="health", keep="person")
class HealthConsentTold(Answered):
    purpose: Literal["medical_referral"]

    example = {"purpose": "medical_referral", "answer": "yes", "how": "said", "language": "ht", "is_interpreted": False}
