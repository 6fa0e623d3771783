"""Somebody is sent to a service by a protection worker: which one, by when, and exactly what it is told."""

from typing import Annotated

from pydantic import Field, StringConstraints

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Moment
from akeyi.people.groups import Item
from akeyi.referrals.groups import Case, Need, Priority
from akeyi.referrals.models import ReferralProtection

Told = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Referred(Fact):
    """What every referral says, behind whichever wall."""

    service: Id
    need: Need
    priority: Priority
    case: Case
    # What the receiver is told, word for word; without `name` it goes by its case code alone.
    items: Annotated[dict[Item, Told], Field(max_length=20)]
    # The person's yes to exactly these items.
    consent: Id
    # When they are expected there: it stands on what they carry.
    go_at: Moment | None = None

    example = {
        "service": "0190a5c0-0000-7000-8000-0000000000a1",
        "need": "shelter",
        "priority": "urgent",
        "case": "K7M2QX",
        "items": {"need": "A bed tonight", "language": "ht"},
        "consent": "0190a5c0-0000-7000-8000-0000000000a2",
        "go_at": "2021-09-20T13:00:00Z",
    }


@entry(
    "referrals.referral_protection",
    version=1,
    into=ReferralProtection,
    wall="protection",
    keep="person",
    told_by=("protection",),
)
class ReferredByProtection(Referred):
    pass
