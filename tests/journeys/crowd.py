"""A crowd comes in: told through the journal of a hub that serves meanwhile, as its tablets would tell it.

Prints the label of their flight. Of `cards` in their order: GONE left, PEOPLE by card in all, then HOUSEHOLDS of FIVE.
"""

import json
import sys

GONE, PEOPLE, HOUSEHOLDS, FIVE, COUNTED = 20, 280, 4, 5, 320
INSIDE = COUNTED - GONE
LABEL = "GXA 3307"


def come(cards: list[str], alone: str, alone_with: str, with_nobody: str) -> None:
    """`alone` and `with_nobody` are cards of lone children; a worker of that short name is with the first."""
    from akeyi.access.facts.site import SiteRevised
    from akeyi.access.models import Site, Worker
    from akeyi.arrivals.facts.arrival import ArrivalRevised
    from akeyi.arrivals.facts.tally import Tallied
    from akeyi.children.facts.hold import ChildHeld
    from akeyi.journal.ids import new_id
    from akeyi.journal.tell import Saying, tell
    from akeyi.onward.facts.exit import Left
    from akeyi.people.facts.household_move import HouseholdMoved
    from akeyi.people.facts.reception import ReceptionRevised
    from akeyi.people.known_cards import place_of

    site, flight = str(Site.objects.get().subject), new_id()
    worker = str(Worker.objects.get(short_name=alone_with).subject)
    of = {card: place_of(site, card).reception for card in cards}
    here = {"site": site, "arrivals": [flight]}
    tell(
        # No tablet hides while the others are looked at, however slow the machine is.
        Saying(SiteRevised(lock_s={"reception": 3600}), site=site, subject=site),
        Saying(ArrivalRevised(how="flight", label=LABEL, status="met"), site=site, subject=flight),
    )
    counted = Tallied(group="man", count=40, counting="count", door="A", how="typed")
    people = [ReceptionRevised(card=card, arrival=flight, by_card_only=True) for card in cards[:PEOPLE]]
    households = [ReceptionRevised(card=card, arrival=flight, is_token=True) for card in cards[PEOPLE:]]
    came = {"why": "arrived", "groups": {"woman": 1, "girl": FIVE - 1}}
    tell(
        *(Saying(counted, subject=flight, **here) for _ in range(COUNTED // 40)),
        *(Saying(one, subject=of[card], **here) for card, one in zip(cards, [*people, *households], strict=True)),
        *(Saying(HouseholdMoved(target=of[card], **came), subject=of[card], **here) for card in cards[PEOPLE:]),
        *(Saying(Left(how="own_way"), subject=of[card], **here) for card in cards[:GONE]),
        Saying(ChildHeld(holder=worker, by_pin=True), subject=of[alone], **here),
        Saying(ChildHeld(), subject=of[with_nobody], **here),
    )


if __name__ == "__main__":
    import django

    django.setup()
    come(**json.load(sys.stdin))
