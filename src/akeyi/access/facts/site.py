"""A place where people are met."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from akeyi.access.models import Site
from akeyi.access.streams import LOCK_S_LEAST, LOCK_S_MOST
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line, Word

# Three letters, as ISO 3166 has them.
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
TabletWall = Literal["reception", "assistance", "cash", "triage", "health", "child", "protection", "safety"]
LANES_AT_MOST, LANE_NAME_AT_MOST = 20, 12
LaneName = Annotated[str, StringConstraints(min_length=1, max_length=LANE_NAME_AT_MOST)]
Seconds = Annotated[int, Field(ge=LOCK_S_LEAST, le=LOCK_S_MOST)]


@revision("access.site", version=1, into=Site, wall="reception", keep="ledger", told_by=("manager", "administrator"))
class SiteRevised(Revision):
    code: Word | None = None
    name: Line | None = None
    timezone: Word | None = None
    country: CountryCode | None = None
    place: Literal["airport", "land_crossing", "port"] | None = None
    # Without a touch for so long, a tablet hides what stands behind a wall; a wall not named hides as usual.
    lock_s: dict[TabletWall, Seconds] | None = None
    # Where people come through side by side, each lane with its own rolls, stations and queue.
    lanes: Annotated[list[LaneName], Field(max_length=LANES_AT_MOST)] | None = None

    example = {"code": "PAP", "name": "Port-au-Prince", "timezone": "America/Port-au-Prince", "lock_s": {"child": 45}}
