"""Somebody was given a one-time code for the office: to begin, because they forgot, or because a proof was lost."""

from typing import Literal

from akeyi.access.models import LetIn
from akeyi.journal.declare import Fact, entry

WhyLetIn = Literal["begins", "forgot", "lost"]


@entry("access.let_in", version=1, into=LetIn, wall="office", keep="ledger", told_by=("manager", "administrator"))
class WasLetIn(Fact):
    why: WhyLetIn

    example = {"why": "forgot"}
