"""What the next shift is told of money: what is still owed since when, and floats that are open."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akeyi.access.viewer import Viewer

from . import paying

ORDER = 30
SAYS = {"still_owed": _("Still owed"), "floats": _("Open floats")}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """How many receipts and floats, never whose and how much: the page of handover lies on the table."""
    if not (viewer.is_manager or viewer.reads("cash")):
        return []
    sums = paying.sums(viewer, timezone.now())
    open_now = sum(one.closed_at is None for one in paying.floats(viewer))
    link = "/office/cash/" if viewer.reads("cash") else "/office/floats/"
    counts = {"still_owed": (sums.count, link), "floats": (open_now, "/office/floats/")}
    return [{"name": name, "count": count, "link": to} for name, (count, to) in counts.items() if count]
