"""Whose keys stand on which tablet, and what ended them: what a tablet is sent follows, and a lost one's page."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from .models import DeviceRing, ShutOut
from .working_roles import working_roles

# `pin`: the worker has another PIN; `left`: they work here no longer; `shift`: they were here for one, and it is over.
Why = Literal["wrong_pins", "pin", "left", "shift", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Ring:
    """One worker's on one tablet, with the walls it opens or ever opened; None and "": it stands."""

    worker: str
    walls: list[str]
    made_at: datetime
    ended_at: datetime | None
    why: str


def rings_on(device: str) -> list[Ring]:
    """The rings a tablet holds or held, the first made first."""
    rows = _rows(device)
    now = datetime.now(UTC)
    working = working_roles(row.worker for row in rows)
    over = {id: roles.until_at for id, roles in working.items() if roles.is_over(now)}
    return _rings(device, rows, over)


def holders(device: str) -> list[str]:
    """Workers whose ring stands on a tablet; asked with every pull. That of a shift that is over opens nothing."""
    return [ring.worker for ring in _rings(device, _rows(device), {}) if ring.ended_at is None]


def _rows(device: str) -> list[DeviceRing]:
    return list(DeviceRing.objects.filter(device=device).order_by("made_at"))


def _rings(device: str, rows: list[DeviceRing], over: dict[str, datetime | None]) -> list[Ring]:
    # Told by the tablet, perhaps long after: it counts from when it happened, and for no ring that was made since.
    shut_out = list(ShutOut.objects.filter(device=device).order_by("at").values_list("subject", "at"))
    return [_ring(row, shut_out, over.get(row.worker)) for row in rows]


def _ring(row: DeviceRing, shut_out: list[tuple[str, datetime]], over_at: datetime | None) -> Ring:
    destroyed = next((at for worker, at in shut_out if worker == row.worker and at >= row.made_at), None)
    if destroyed and (row.ended_at is None or destroyed < row.ended_at):
        return Ring(row.worker, row.walls, row.made_at, destroyed, "wrong_pins")
    if over_at and (row.ended_at is None or over_at < row.ended_at):
        return Ring(row.worker, row.walls, row.made_at, over_at, "shift")
    return Ring(row.worker, row.walls, row.made_at, row.ended_at, row.why)


def end(why: Why, **which: str) -> None:
    """Ends the rings of a worker, or of a tablet."""
    DeviceRing.objects.filter(ended_at=None, **which).update(ended_at=datetime.now(UTC), why=why)
