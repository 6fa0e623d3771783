"""What the next shift is told of children: how many releases somebody has to look at."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.access.viewer import Viewer

from .queries import to_review

ORDER = 20
SAYS = {"releases_to_review": _("Releases of children to look at")}


def lines(viewer: Viewer) -> list[dict[str, Any]]:
    """How many, never who: the page of handover lies on the table."""
    waiting = len(to_review(viewer.site))
    link = "/office/children/" if viewer.is_manager or viewer.reads("child") else None
    return [{"name": "releases_to_review", "count": waiting, "link": link}] if waiting else []
