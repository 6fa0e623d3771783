"""What other rooms and pages may ask about people who left."""

from datetime import datetime

from django.db.models import Q, QuerySet

from akeyi.access.viewer import Viewer, need

from .models import Exit
from .trips import gone_trips


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
