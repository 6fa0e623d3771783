"""What people at a table say about arrivals, told as facts: announced, changed, how many are expected."""

from datetime import UTC, datetime
from typing import Any

from akeyi.access.viewer import Viewer
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from .facts.arrival import ArrivalRevised
from .facts.expected import ExpectedTold


def announce(viewer: Viewer, **said: Any) -> str:
    """A new arrival; gives its id."""
    arrival = new_id()
    revise(viewer, arrival, **({"status": "announced"} | said))
    return arrival


def revise(viewer: Viewer, arrival: str, **said: Any) -> None:
    """Says what is new about an arrival; fields that are not named stay as they are."""
    tell(revised(viewer, arrival, **said))


def revised(viewer: Viewer, arrival: str, **said: Any) -> Saying:
    """The same, not told yet."""
    # Typed in the site's time; facts carry UTC, so that they read alike everywhere.
    said = {name: value.astimezone(UTC) if isinstance(value, datetime) else value for name, value in said.items()}
    return Saying(ArrivalRevised(**said), site=viewer.site, subject=arrival, worker=viewer.worker)


def claim(viewer: Viewer, arrival: str, claim: str, said_by: str, total: int, groups: dict[str, int] | None) -> None:
    """How many are expected or on the plane, as somebody said."""
    body = ExpectedTold(claim=claim, said_by=said_by, total=total, groups=groups or None)  # type: ignore[arg-type]
    tell(Saying(body, site=viewer.site, subject=arrival, arrivals=[arrival], worker=viewer.worker))


def without_notice(viewer: Viewer, how: str, label: str, now: datetime, lane: str | None = None) -> str:
    """People are at the door and nobody announced them; gives the new arrival's id."""
    status = "met" if how == "on_foot" else "landed"
    return announce(viewer, **({"lane": lane} if lane else {}), how=how, label=label, status=status, landed_at=now)


def next_shift(viewer: Viewer, before: str, label: str, now: datetime, lane: str | None = None) -> str:
    """A flow on foot goes on with the next shift: this one is closed, the next follows it; gives the next one's id."""
    after = new_id()
    opened = ArrivalRevised(how="on_foot", label=label, status="met", landed_at=now, follows=before, lane=lane)
    tell(
        Saying(ArrivalRevised(status="closed"), site=viewer.site, subject=before, worker=viewer.worker),
        Saying(opened, site=viewer.site, subject=after, worker=viewer.worker),
    )
    return after
