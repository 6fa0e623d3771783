"""Somebody looked at a record."""

from akeyi.access.models import Read
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word


@entry("access.read", version=1, into=Read, wall="office", keep="ledger")
class WasRead(Fact):
    what: Word

    example = {"what": "reception page"}
