"""A place where people are met."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from akeyi.access.models import Site
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line, Word

# Three letters, as ISO 3166 has them.
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


@revision("access.site", version=1, into=Site, wall="reception", keep="ledger")
class SiteRevised(Revision):
    code: Word | None = None
    name: Line | None = None
    timezone: Word | None = None
    country: CountryCode | None = None
    place: Literal["airport", "land_crossing", "port"] | None = None

    example = {"code": "PAP", "name": "Port-au-Prince", "timezone": "America/Port-au-Prince"}
