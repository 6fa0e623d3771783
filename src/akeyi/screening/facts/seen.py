"""Somebody who can help is with a person: their waiting is over."""

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import Seen


@entry("screening.seen", version=1, into=Seen, wall="triage", keep="person")
class SeenTold(Fact):
    example = {}
