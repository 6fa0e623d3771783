"""Somebody asked for a file for whoever may not have it; it was refused, and the protection lead reads that."""

from akeyi.access.models import KeptIn
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line, Word


# Said at the office alone, by the page that refuses: told_by nobody, no tablet may. It goes as what is about people
# does: whoever is named there may be one.
@entry("access.kept_in", version=1, into=KeptIn, wall="protection", keep="person", told_by=())
class WasKeptIn(Fact):
    export: Word
    recipient: Word
    named: Line | None = None

    example = {"export": "answers", "recipient": "sender", "named": "An embassy"}
