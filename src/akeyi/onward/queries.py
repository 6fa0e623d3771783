"""What other rooms and pages may ask about people who left."""

from datetime import datetime

from akeyi.access.viewer import Viewer, need

from .models import Exit


def exits(site: str) -> list[tuple[str, int, str, datetime]]:
    """(reception, people, how, when) of everybody who left."""
    return list(Exit.objects.filter(site=site).order_by("clock", "id").values_list("subject", "people", "how", "at"))


def exits_of(viewer: Viewer, receptions: list[str]) -> list[Exit]:
    """How a person, or the people of a household's card, left, in the order it was told."""
    need(viewer, "reception")
    return list(Exit.objects.filter(site=viewer.site, subject__in=receptions).order_by("clock", "id"))
