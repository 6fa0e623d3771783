"""What the next shift is told of tablets: which are silent, and what they have not sent."""

from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from .device_states import device_states
from .viewer import Viewer

ORDER = 30
SAYS = {"silent": _("Silent tablets"), "unsent": _("Facts not yet sent by tablets")}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """Per silent tablet since when; per tablet with something unsent how much."""
    now = datetime.now(UTC)
    found: list[dict[str, Any]] = []
    for one in device_states(viewer.site):
        if one.is_silent(now):
            found.append({"name": "silent", "about": one.label, "count": 1, "at": one.heard_at})
        if one.in_service and one.unsent:
            found.append({"name": "unsent", "about": one.label, "count": one.unsent})
    return found
