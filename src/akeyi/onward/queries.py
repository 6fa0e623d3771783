"""What other rooms and pages may ask about people who left."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need, need_duty

from .models import Exit, Trip
from .trips import gone_trips, next_to_run_out


def exits(site: str) -> list[tuple[str, int, str, datetime]]:
    """(reception, people, how, when) of everybody who left."""
    return list(_standing(site).order_by("clock", "id").values_list("subject", "people", "how", "at"))


def left_households(site: str) -> list[tuple[str, str, str, dict[str, int]]]:
    """(clock, id, reception, groups) of people who left; of whom nobody said what they were, as not seen."""
    rows = _standing(site).values_list("clock", "id", "subject", "people", "groups")
    return [(clock, id, card, groups or {"not_seen": people}) for clock, id, card, people, groups in rows]


def exits_of(viewer: Viewer, receptions: list[str]) -> list[Exit]:
    """How a person, or the people of a household's card, left, in the order it was told."""
    need(viewer, "reception")
    return list(_standing(viewer.site).filter(subject__in=receptions).order_by("clock", "id"))


def _standing(site: str) -> QuerySet[Exit]:
    """Whoever is on a bus that has not left is still here."""
    return Exit.objects.filter(Q(trip=None) | Q(trip__in=gone_trips(site)), site=site)


def road_until(viewer: Viewer, now: datetime) -> datetime | None:
    """When the word on the next open road ends; for whoever leads the mission too, who learns not which road."""
    need_duty(viewer, "mission")
    return next_to_run_out(viewer.site, now)


def seats_on(viewer: Viewer, day: date) -> int:
    """Seats of the trips that are to leave on a day of the site."""
    need(viewer, "reception")
    zone = access.zone_of(viewer.site)
    return sum(
        one.seats or 0
        for one in Trip.objects.filter(site=viewer.site).exclude(leaves_at=None)
        if not one.is_cancelled and one.leaves_at and one.leaves_at.astimezone(zone).date() == day
    )
