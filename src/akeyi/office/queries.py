"""What pages may ask about handovers that were told."""

from akeyi.access.viewer import Viewer, need

from .models import Handover


def handovers(viewer: Viewer, at_most: int = 10) -> list[Handover]:
    """The handovers of a site, the latest first."""
    need(viewer, "reception")
    return list(Handover.objects.filter(site=viewer.site).order_by("-clock", "-id")[:at_most])


def handover(viewer: Viewer, fact: str) -> Handover | None:
    """One handover, by the fact that told it."""
    need(viewer, "reception")
    return Handover.objects.filter(site=viewer.site, id=fact).first()
