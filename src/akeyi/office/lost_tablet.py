"""A tablet that is gone: what it held, by wall and how many people, and what became of its keys."""

from dataclasses import dataclass
from datetime import datetime

from akeyi.access import queries as access
from akeyi.access import rings
from akeyi.access.models import DeviceKey
from akeyi.access.streams import TABLET_WALLS
from akeyi.access.viewer import Viewer
from akeyi.journal.sql import Sql, text_ids
from akeyi.people import queries as people

# Each stream of one wall as far as the tablet was given it, and what was told on it; by subject, each once.
SUBJECTS = (
    "SELECT told.subject FROM access_devicegiven given JOIN journal_stream stream ON stream.name = given.stream "
    "JOIN journal_listing listing ON listing.stream = stream.id AND listing.position <= given.position "
    "JOIN journal_envelope told ON told.id = listing.fact WHERE given.device = %s AND told.wall = %s "
    "UNION SELECT subject FROM journal_envelope WHERE device = %s AND wall = %s"
)


@dataclass(frozen=True)
class Held:
    """What was behind one wall. `people` have a reception; `others` are arrivals, items, routes and the like."""

    wall: str
    people: int
    others: int
    has_key: bool


@dataclass(frozen=True)
class LostTablet:
    """The facts of a breach notice. `rings`: with the short name of the worker."""

    id: str
    label: str
    heard_at: datetime | None
    unsent: int
    last_n: int
    withdrawn_at: datetime | None
    held: list[Held]
    rings: list[tuple[str, rings.Ring]]
    everybody: int


def lost_tablet(viewer: Viewer, device: str) -> LostTablet | None:
    """One tablet of the viewer's site; None where there is none."""
    key = DeviceKey.objects.filter(device=device, site=viewer.site).first()
    if key is None:
        return None
    label = next((one["label"] for one in access.devices(viewer.site) if one["id"] == device), "")
    known = set(people.met_first(viewer.site))
    on_it = rings.rings_on(device)
    opened = {wall for ring in on_it for wall in ring.walls}
    held: list[Held] = []
    everybody: set[str] = set()
    for wall in TABLET_WALLS:
        subjects = _subjects(device, wall)
        everybody |= subjects & known
        if subjects or wall in opened:
            held.append(Held(wall, len(subjects & known), len(subjects - known), wall in opened))
    return LostTablet(
        id=device,
        label=label,
        heard_at=key.heard_at,
        unsent=key.unsent,
        last_n=key.last_n,
        withdrawn_at=key.withdrawn_at,
        held=held,
        rings=[(access.name_of(ring.worker), ring) for ring in on_it],
        everybody=len(everybody),
    )


def _subjects(device: str, wall: str) -> set[str]:
    db = Sql()
    return set(text_ids(db.rows(SUBJECTS, [db.id(device), wall, db.id(device), wall])))
