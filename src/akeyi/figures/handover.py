"""What the next shift is told of arrivals: who is inside, and which arrivals are still open."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.access.viewer import Viewer
from akeyi.arrivals.rules import CLOSED

from .queries import board

ORDER = 10
SAYS = {
    "inside": _("People inside"),
    "not_registered": _("Counted, not registered"),
    "open_arrivals": _("Arrivals still open"),
}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """Per arrival with people inside, how many; per arrival not closed, how many are expected."""
    found: list[dict[str, Any]] = []
    for row in board(viewer.site):
        about = (row.arrival.label or "–") if row.arrival else None
        link = f"/office/arrivals/{row.arrival.subject}/" if row.arrival else "/office/people/"
        if row.columns["inside"]:
            found.append({"name": "inside", "about": about, "count": row.columns["inside"], "link": link})
        if row.not_registered:
            found.append({"name": "not_registered", "about": about, "count": row.not_registered, "link": link})
        if row.arrival and row.arrival.status not in CLOSED:
            moment = row.arrival.landed_at or row.arrival.eta_at
            found.append({"name": "open_arrivals", "about": about, "count": 1, "at": moment, "link": link})
    return found
