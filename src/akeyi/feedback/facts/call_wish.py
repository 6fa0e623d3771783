"""Somebody agreed to be called: on which number, whose it is, when it is safe, and the word they chose."""

from typing import Annotated

from pydantic import Field

from akeyi.feedback.groups import Hours, Language, PhoneNumber, Whose
from akeyi.feedback.models import CallWish
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Word


# Whoever asks for consent in the hall says it, and cannot read it back. Its subject is itself: so a number goes without
# the person, and whoever changes their mind can say another one.
@entry(
    "feedback.call_wish",
    version=1,
    into=CallWish,
    wall="sealed",
    keep="person",
    told_by=(
        *("manager", "clerk", "cash", "triage", "health", "child_protection", "protection", "last_word", "safety"),
    ),
)
class CallWished(Fact):
    reception: Id
    number: PhoneNumber
    whose: Whose
    hours: Annotated[list[Hours], Field(min_length=1, max_length=4)]
    language: Language
    # Said to the caller before anything else is said.
    word: Word
    # What to call them; nothing where they would rather not say.
    call_me: Word | None = None

    example = {
        "reception": "01926f00-0000-7000-8000-00000000000a",
        "number": "+50937001122",
        "whose": "own",
        "hours": ["morning", "evening"],
        "language": "ht",
        "word": "zaboka",
        "call_me": "Rose",
    }
