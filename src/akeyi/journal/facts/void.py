"""A mistake is taken back."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.models import Void
from akeyi.journal.terms import Id


@entry("journal.void", version=1, into=Void, wall=None, keep="ledger")
class Voided(Fact):
    target: Id

    example = {"target": "0190a5c0-0000-7000-8000-000000000001"}
