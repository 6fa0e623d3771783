"""Who sleeps here or waits, and who is still here whose road is closed, or in the dark, and has been told nothing."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from . import queries, rules
from .models import Night
from .trips import on_trips, roads

BEDS = ("women", "men", "families")


@dataclass(frozen=True)
class Sleeper:
    """One card: how many people, where they want to go, what is known of the way, nights slept here."""

    reception: str
    card: str | None
    people: int
    destination: str | None
    road: rules.Status | None
    slept: int = 0


@dataclass
class Tonight:
    """By where they sleep or wait, and those of whom nobody said anything yet."""

    by_place: dict[str, list[Sleeper]] = field(default_factory=dict)
    unsaid: list[Sleeper] = field(default_factory=list)

    @property
    def in_beds(self) -> int:
        return sum(one.people for place in BEDS for one in self.by_place[place])


def tonight(viewer: Viewer, now: datetime) -> Tonight:
    """Everybody still here who needs a bed or waits."""
    need(viewer, "reception")
    site = viewer.site
    known, places = people.everybody(site), people.places(site)
    within = {code: place.within for code, place in places.items()}
    ways = [(one.route.destination, one.status) for one in roads(viewer, now) if one.route.is_active is not False]
    left: Counter[str] = Counter()
    for card, n, _how, _at in queries.exits(site):
        left[known.resolve(card)] += n
    on_a_bus = {card for cards in on_trips(site).values() for card in cards if card not in known.tokens}
    told = rules.nights(
        (clock, id, known.resolve(card), where)
        for clock, id, card, where in Night.objects.filter(site=site).values_list("clock", "id", "subject", "where")
    )
    is_dark = rules.is_dark(now.astimezone(access.zone_of(site)).hour)
    found = Tonight({place: [] for place in (*BEDS, "waits")})
    for one in people.receptions(viewer):
        card = one.subject
        here = (sum(known.tokens[card].values()) if card in known.tokens else 1) - left[card]
        if here <= 0 or card in on_a_bus:
            continue
        leading = [how for to, how in ways if to and one.destination and rules.leads_to(to, one.destination, within)]
        road = rules.of_several(leading) if leading else None
        place, slept = told.get(card, (None, 0))
        shown = Sleeper(card, one.card, here, one.destination, road, slept)
        if place:
            found.by_place[place].append(shown)
        elif road == "closed" or is_dark:
            found.unsaid.append(shown)
    return found
