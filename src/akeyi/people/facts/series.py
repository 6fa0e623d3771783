"""A series of card numbers was allocated; it is never used again for another."""

from typing import Annotated

from pydantic import Field, StringConstraints

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.people.models import Series


@entry("people.series", version=1, into=Series, wall="reception", keep="person", told_by=("manager",))
class SeriesAllocated(Fact):
    name: Word
    # Empty: the site's own, for numbers of no series.
    prefix: Annotated[str, StringConstraints(pattern=r"^(\d{3})?$")]
    secret: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]
    count: Annotated[int, Field(ge=0, le=10_000)]
    roll_size: Annotated[int, Field(ge=1, le=1000)]

    example = {
        "name": "PAP-7",
        "prefix": "418",
        "secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "count": 500,
        "roll_size": 50,
    }
