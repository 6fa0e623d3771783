"""What is read out to people got other words or another recording."""

from typing import Annotated

from pydantic import StringConstraints

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.people.models import Notice

MOST_LETTERS = 4000


# The server alone says what is read out.
@entry("people.notice", version=1, into=Notice, wall="reception", keep="ledger", told_by=())
class NoticeInForce(Fact):
    message: Word
    language: Word
    version: Word
    words: Annotated[str, StringConstraints(max_length=MOST_LETTERS)]
    is_recorded: bool

    example = {
        "message": "notice",
        "language": "en",
        "version": "5d1f0a7e",
        "words": "You choose what you tell us.",
        "is_recorded": False,
    }
