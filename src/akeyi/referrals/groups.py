"""The few words of which facts about services and referrals are made."""

from typing import Annotated, Literal

from pydantic import StringConstraints

Need = Literal[
    "medical",
    "mental_health",
    "private_care",
    "child_care",
    "shelter",
    "tracing",
    "documents",
    "livelihood",
    "legal_aid",
    "asylum",
    "consulate",
    "other",
]
Priority = Literal["emergency", "urgent", "normal"]
Step = Literal["sent", "acknowledged", "accepted", "rejected", "done", "deleted"]
Reason = Literal["full", "not_ours", "too_far", "not_reached", "no_longer_wished", "other"]
# Instead of a name, wherever a referral is spoken of: read over the telephone, so no I, O, 0, 1.
Case = Annotated[str, StringConstraints(pattern=r"^[A-HJ-NP-Z2-9]{6}$")]
CASE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
