"""A roll of cards was opened for an arrival by one scan at the door."""

from akeyi.journal.declare import Revision, Understood, revision
from akeyi.journal.terms import Id, Number
from akeyi.people.models import Reception, Roll


def _people_of_the_roll(facts: list[Understood]) -> set[tuple[str, str]]:
    """Whoever holds a card of a roll enters the roll's arrival, also those met before anybody heard of the roll."""
    rolls = [fact.envelope.subject for fact in facts]
    arrivals = dict(Roll.objects.filter(subject__in=rolls, arrival__isnull=False).values_list("subject", "arrival"))
    people = Reception.objects.filter(roll__in=arrivals).values_list("subject", "roll")
    return {(subject, arrivals[roll]) for subject, roll in people if roll is not None}


@revision("people.roll", version=1, into=Roll, wall="reception", keep="ledger", brings=_people_of_the_roll)
class RollOpened(Revision):
    series: Id | None = None
    number: Number | None = None
    arrival: Id | None = None

    example = {
        "series": "0190a5c0-0000-7000-8000-000000000003",
        "number": 0,
        "arrival": "0190a5c0-0000-7000-8000-000000000001",
    }
