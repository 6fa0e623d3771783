"""What the next shift is told of children in care and of facts set aside."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.access.viewer import Viewer

from . import care
from .care import may_open
from .set_aside import set_aside

ORDER = 40
SAYS = {"in_care": _("Children in care"), "set_aside": _("Facts set aside"), "to_look_at": _("Points to look at")}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """How many children somebody has to be with, facts are in no number yet, and points somebody should look at."""
    held = care.held(viewer.site)
    waits = [{"name": "in_care", "count": held, "link": "/office/care/" if may_open(viewer) else None}] if held else []
    found = set_aside(viewer)
    counts = {"set_aside": found.facts, "to_look_at": found.to_look_at}
    link = "/office/aside/" if viewer.is_manager else None
    return waits + [{"name": name, "count": count, "link": link} for name, count in counts.items() if count]
