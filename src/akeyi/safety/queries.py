"""What other rooms and pages may ask about the hall being paused or emptied."""

from dataclasses import dataclass
from datetime import datetime

from akeyi.access.viewer import Viewer, need

from . import rules
from .models import Pause, Resume, Seen


@dataclass(frozen=True)
class HallNow:
    """What the hall does, since when, and the pauses that somebody would end."""

    is_paused: bool
    is_evacuating: bool
    since: datetime | None
    ids: list[str]


def hall_now(site: str) -> HallNow:
    """Whether the hall of a site is paused; said to everybody who works there."""
    told = {one.id: one for one in Pause.objects.filter(site=site).order_by("clock", "id")}
    ends = Resume.objects.filter(site=site).values_list("ends", flat=True)
    now = rules.hall([(one.id, one.how) for one in told.values()], ends)
    since = min((told[id].at for id, _ in now.standing), default=None)
    return HallNow(now.is_paused, now.is_evacuating, since, [id for id, _ in now.standing])


def seen_now(viewer: Viewer, pauses: list[str]) -> list[tuple[str, int]]:
    """(reception, people) of everybody seen at the other place while these pauses stand."""
    need(viewer, "reception")
    rows = Seen.objects.filter(site=viewer.site, pause__in=pauses).order_by("clock", "id")
    return list(rows.values_list("subject", "people"))
