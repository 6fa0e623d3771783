"""Erasing what was said about somebody: by subject and wall, everywhere, for good."""

from .facts.erase import Erased
from .tell import Saying, tell


def erase(
    subject: str, site: str, walls: list[str], reason: str, arrivals: list[str], worker: str | None = None
) -> None:
    """Tells the erasures; bodies here go at once, on other devices as they hear of it."""
    tell(
        *(
            Saying(Erased(reason=reason), site=site, subject=subject, arrivals=arrivals, worker=worker, wall=wall)
            for wall in walls
        )
    )
