"""What the next shift is told of facts set aside."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.access.viewer import Viewer

from .set_aside import set_aside

ORDER = 40
SAYS = {"set_aside": _("Facts set aside"), "to_look_at": _("Points to look at")}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """How many facts are in no number yet, and how many points somebody should look at."""
    found = set_aside(viewer)
    counts = {"set_aside": found.facts, "to_look_at": found.to_look_at}
    link = "/office/aside/" if viewer.is_manager else None
    return [{"name": name, "count": count, "link": link} for name, count in counts.items() if count]
