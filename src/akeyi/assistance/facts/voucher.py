"""A colleague gave somebody a voucher for a programme. It never says why."""

from akeyi.assistance.models import Voucher
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id


@entry(
    "assistance.voucher",
    version=1,
    into=Voucher,
    wall="assistance",
    keep="person",
    told_by=("triage", "health", "child_protection", "protection"),
)
class VoucherGiven(Fact):
    programme: Id

    example = {"programme": "0190a5c0-0000-7000-8000-000000000031"}
