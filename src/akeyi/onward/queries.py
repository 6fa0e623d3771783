"""What other rooms and pages may ask about people who left."""

from datetime import datetime

from akeyi.access.viewer import Viewer, need

from .models import Exit


def exits(site: str) -> list[tuple[str, int, str, datetime]]:
    """(reception, people, how, when) of everybody who left."""
    return list(Exit.objects.filter(site=site).order_by("clock", "id").values_list("subject", "people", "how", "at"))


def left_households(site: str) -> list[tuple[str, str, str, dict[str, int]]]:
    """(clock, id, reception, groups) of people who left; of whom nobody said what they were, as not seen."""
    rows = Exit.objects.filter(site=site).values_list("clock", "id", "subject", "people", "groups")
    return [(clock, id, card, groups or {"not_seen": people}) for clock, id, card, people, groups in rows]


def exits_of(viewer: Viewer, receptions: list[str]) -> list[Exit]:
    """How a person, or the people of a household's card, left, in the order it was told."""
    need(viewer, "reception")
    return list(Exit.objects.filter(site=viewer.site, subject__in=receptions).order_by("clock", "id"))
