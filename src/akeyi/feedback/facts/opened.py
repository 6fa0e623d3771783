"""A holder opened one of the two locks of a sealed box."""

from typing import Literal

from akeyi.feedback.models import Opened
from akeyi.journal.declare import Fact, entry


# Told before the holder is given anything, so that nothing is opened unseen.
@entry("feedback.opened", version=1, into=Opened, wall="office", keep="ledger", told_by=())
class LockOpened(Fact):
    lock: Literal["first", "second"]

    example = {"lock": "first"}
