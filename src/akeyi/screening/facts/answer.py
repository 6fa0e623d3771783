"""What somebody answered to a form, behind the wall of those who ask it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id
from akeyi.screening.models import Answer, AnswerChild, AnswerHealth, AnswerProtection

Path = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Said = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class Answered(Fact):
    """What every answer says, behind whichever wall. Who was asked and by whom, the envelope says."""

    # The fact that published the version that was asked.
    version: Id
    # Per question its path, groups before a slash, and what was answered, as ODK writes it.
    answers: Annotated[dict[Path, Said], Field(max_length=400)]
    language: Literal["ht", "fr", "es", "en"]
    interpreter: Literal["nobody", "worker", "phone", "relative", "other"]

    example = {
        "version": "0190a5c0-0000-7000-8000-0000000000f0",
        "answers": {"treated": "well", "told/what_next": "yes", "speaks": "ht es"},
        "language": "ht",
        "interpreter": "nobody",
    }


@entry("screening.answer", version=1, into=Answer, wall="reception", keep="person")
class AnswerInTheHall(Answered):
    """What somebody answered to a form that anybody in the hall may ask."""


@entry("screening.answer_health", version=1, into=AnswerHealth, wall="health", keep="person")
class AnswerOfHealth(Answered):
    """What somebody answered to a health worker."""


@entry("screening.answer_child", version=1, into=AnswerChild, wall="child", keep="person")
class AnswerOfChild(Answered):
    """What a child, or whoever answers for them, was asked and said."""


@entry("screening.answer_protection", version=1, into=AnswerProtection, wall="protection", keep="person")
class AnswerOfProtection(Answered):
    """What somebody answered to a protection worker."""
