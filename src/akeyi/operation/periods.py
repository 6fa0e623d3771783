"""How long each wall's words about people are kept at a site: what was said last, else the default."""

from dataclasses import dataclass
from datetime import datetime

from .models import Period
from .rules import DAYS


@dataclass(frozen=True)
class Kept:
    """One wall's period; `said_at` None: nobody said anything else than the default."""

    wall: str
    days: int
    owner: str | None = None
    said_at: datetime | None = None
    said_by: str | None = None


def periods(site: str) -> dict[str, Kept]:
    """The period of every wall that holds words about people."""
    found = {wall: Kept(wall, days) for wall, days in DAYS.items()}
    for row in versions(site):
        if row.of in found and found[row.of].said_at is None:
            found[row.of] = Kept(row.of, row.days, row.owner, row.at, row.worker)
    return found


def versions(site: str) -> list[Period]:
    """Everything that was ever said about periods, the latest first."""
    return list(Period.objects.filter(site=site).order_by("-clock", "-id"))
