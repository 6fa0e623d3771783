"""One line of a list: what others say about somebody who may come."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.arrivals.models import Line as LineRow
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Day, Id, Line, Number, Word


@entry("arrivals.line", version=1, into=LineRow, wall="reception", keep="person")
class LineListed(Fact):
    manifest: Id
    arrival: Id
    number: Number
    family_name: Line | None = None
    given_names: Line | None = None
    sex: Literal["female", "male", "unknown"] = "unknown"
    birth_on: Day | None = None
    age: Annotated[int, Field(ge=0, le=130)] | None = None
    nationality: Word | None = None
    document_number: Word | None = None
    family_group: Word | None = None

    example = {
        "manifest": "0190a5c0-0000-7000-8000-000000000002",
        "arrival": "0190a5c0-0000-7000-8000-000000000001",
        "number": 14,
        "family_name": "PIERRE",
        "given_names": "Rose-Laure",
        "sex": "female",
        "age": 31,
    }
