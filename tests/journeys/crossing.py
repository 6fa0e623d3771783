"""Two hours at a crossing: told through the journal of a hub that serves meanwhile, as its tablets would tell it.

Households of TEN come through two lanes; of each lane the first SERVED were given something and the first GONE left.
"""

import json
import sys
from datetime import UTC, datetime, timedelta

LANES = ("A", "B")
TEN = {"woman": 3, "man": 2, "girl": 3, "boy": 2}
HOUSEHOLDS, SERVED, GONE = 16, 12, 8
CAME = len(LANES) * HOUSEHOLDS * sum(TEN.values())
LABELS = {lane: f"On foot {lane} 06:00" for lane in LANES}
BUS = "White bus"


def come(cards: list[str]) -> None:
    """`cards`: for the households of lane A, then for those of lane B."""
    from akeyi.access.facts.site import SiteRevised
    from akeyi.access.models import Site
    from akeyi.arrivals.facts.arrival import ArrivalRevised
    from akeyi.assistance.facts.hand_out import HandOutGiven
    from akeyi.assistance.models import Item
    from akeyi.journal.ids import new_id
    from akeyi.journal.tell import Saying, tell
    from akeyi.onward.facts.exit import Left
    from akeyi.onward.facts.route import RouteRevised
    from akeyi.onward.facts.route_status import RouteStatusSaid
    from akeyi.onward.facts.trip import TripRevised
    from akeyi.people.facts.household_move import HouseholdMoved
    from akeyi.people.facts.reception import ReceptionRevised
    from akeyi.people.known_cards import place_of

    site, now = str(Site.objects.get().subject), datetime.now(UTC)
    water = next(one.subject for one in Item.objects.all() if (one.names or {}).get("en") == "Water")
    route, trip = new_id(), new_id()
    tell(
        # No tablet hides while the others are looked at, however slow the machine is.
        Saying(SiteRevised(lanes=list(LANES), lock_s={"reception": 3600}), site=site, subject=site),
        Saying(RouteRevised(destination="HT03", via="RN1", is_active=True), site=site, subject=route),
        Saying(RouteStatusSaid(status="open", said_by="The driver of the morning"), site=site, subject=route),
        Saying(TripRevised(route=route, vehicle=BUS, seats=50), site=site, subject=trip),
    )
    for lane, of_lane in zip(LANES, (cards[:HOUSEHOLDS], cards[HOUSEHOLDS:]), strict=True):
        flow = new_id()
        began = ArrivalRevised(how="on_foot", label=LABELS[lane], status="met", lane=lane)
        tell(Saying(began, site=site, subject=flow, at=now - timedelta(hours=3)))
        for number, card in enumerate(of_lane):
            at = now - timedelta(minutes=170 - 6 * number)
            of = {"site": site, "subject": place_of(site, card).reception, "arrivals": [flow]}
            told = [
                Saying(ReceptionRevised(card=card, arrival=flow, is_token=True), at=at, **of),
                Saying(HouseholdMoved(target=of["subject"], why="arrived", groups=TEN), at=at, **of),
            ]
            if number < SERVED:
                told.append(Saying(HandOutGiven(item=water, quantity=10), at=at + timedelta(minutes=4), **of))
            if number < GONE:
                left = Left(how="own_way", people=sum(TEN.values()), groups=TEN)
                told.append(Saying(left, at=at + timedelta(minutes=20), **of))
            tell(*told)


if __name__ == "__main__":
    import django

    django.setup()
    come(json.load(sys.stdin))
