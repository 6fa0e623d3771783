"""Which streams a device may read: its site's, and those of arrivals that are still open, wall by wall."""

from collections.abc import Callable, Iterable

from akeyi.journal.declare import WALLS
from akeyi.journal.envelope import stream_name

# What a tablet can hold; what stands behind `office` and `sealed` is for people at a table.
TABLET_WALLS = tuple(wall for wall in WALLS if wall not in ("office", "sealed"))

# Seconds after which a station that shows people hides them, by wall; the shortest of what it shows counts.
# A site may say other ones.
LOCK_S = {wall: 60 if wall in ("health", "child", "protection") else 180 for wall in TABLET_WALLS}

# With less nobody could work; more would hide nothing.
LOCK_S_LEAST, LOCK_S_MOST = 15, 3600

# The room of arrivals says which arrivals of a site are open: access may not ask it (it stands above).
_open_arrivals: list[Callable[[str], list[str]]] = []


def say_open_arrivals(ask: Callable[[str], list[str]]) -> None:
    """Registers who knows the open arrivals of a site."""
    _open_arrivals[:] = [ask]


def open_arrivals(site: str) -> list[str]:
    """Ids of the site's arrivals that are not closed."""
    return [arrival for ask in _open_arrivals for arrival in ask(site)]


def tablet_streams(site: str, walls: Iterable[str]) -> list[str]:
    """The streams of a tablet of this site whose workers read behind `walls`."""
    scopes: list[str | None] = [None, *open_arrivals(site)]
    held = set(walls)
    return [stream_name(site, arrival, wall) for arrival in scopes for wall in TABLET_WALLS if wall in held]
