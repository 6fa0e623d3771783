"""One person's way through one arrival, from the card on, with or without a name."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from akeyi.journal.declare import Revision, Understood, revision
from akeyi.journal.fields import from_database
from akeyi.journal.sql import Sql
from akeyi.journal.terms import BirthDay, Id, Line, Word
from akeyi.people.models import Reception

CardNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]


def _into_their_arrivals(facts: list[Understood]) -> set[tuple[str, str]]:
    """A person enters the arrival of the card's roll, and one they were moved to."""
    # One statement of the write path: every registration passes here.
    statement = (
        "SELECT p.subject, p.arrival, r.arrival FROM people_reception p"
        " LEFT JOIN people_roll r ON r.subject = p.roll WHERE p.subject IN ({ids})"
    )
    rows = Sql().where_id_in(statement, {fact.envelope.subject for fact in facts})
    told = [tuple(map(from_database, row)) for row in rows]
    return {(str(subject), arrival) for subject, *arrivals in told for arrival in arrivals if arrival}


@revision("people.reception", version=1, into=Reception, wall="reception", keep="person", brings=_into_their_arrivals)
class ReceptionRevised(Revision):
    card: CardNumber | None = None
    roll: Id | None = None
    # Only where it is not the arrival of the card's roll.
    arrival: Id | None = None
    is_token: bool | None = None
    age_group: Literal["adult", "child", "baby"] | None = None
    sex: Literal["female", "male", "unknown"] | None = None
    birth_on: BirthDay | None = None
    age: Annotated[int, Field(ge=0, le=130)] | None = None
    is_about: bool | None = None
    family_name: Line | None = None
    given_names: Line | None = None
    by_card_only: bool | None = None
    languages: list[Word] | None = None
    family: Id | None = None
    destination: Word | None = None
    line: Id | None = None
    nationalities: list[Word] | None = None
    birth_country: Word | None = None
    last_stay_country: Word | None = None
    papers: Line | None = None
    phone: Word | None = None
    phone_owner: Line | None = None

    example = {"card": "41829375", "sex": "female", "age": 31, "is_about": True, "given_names": "Rose-Laure"}
