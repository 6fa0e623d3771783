"""Somebody came to a person who asked for a private talk, and who interpreted."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.screening.models import Met


@entry("screening.met", version=1, into=Met, wall="protection", keep="person", told_by=("protection",))
class CameToTalk(Fact):
    outcome: Literal["talked", "not_found", "changed_mind"]
    interpreter: Literal["nobody", "worker", "relative", "somebody_else"] | None = None
    interpreting_worker: Id | None = None

    example = {"outcome": "talked", "interpreter": "nobody"}
