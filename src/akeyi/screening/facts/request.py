"""Somebody asked for a private talk, by a word or by turning their card over."""

from typing import Literal

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.screening.models import Request


@entry("screening.request", version=1, into=Request, wall="protection", keep="person")
class TalkRequested(Fact):
    # The number to call: whoever is asked for may hear of the card for the first time.
    card: Word | None = None
    # Where in the hall it was: whoever comes has to find them.
    station: Word | None = None
    # With whom, in which language, and whether somebody of their own stays with them.
    talk_to: Literal["woman", "man", "either"] | None = None
    language: Word | None = None
    company: Literal["alone", "with_somebody"] | None = None

    example = {"card": "41829375", "station": "count", "talk_to": "woman", "language": "ht", "company": "alone"}
