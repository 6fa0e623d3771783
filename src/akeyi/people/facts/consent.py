"""A person agreed, or not, that something is passed on; help itself never needs it."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.people.models import Consent


@entry("people.consent", version=1, into=Consent, wall="reception", keep="person")
class ConsentTold(Fact):
    purpose: Word
    answer: Literal["yes", "no"]
    how: Literal["said", "written", "implied", "proxy"]
    language: Word

    example = {"purpose": "family contact", "answer": "yes", "how": "said", "language": "ht"}
