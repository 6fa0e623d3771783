"""An organisation whose people work at a site: an agency, a state authority, a Red Cross, an NGO."""

from typing import Literal

from akeyi.access.models import Organisation
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line

OrganisationKind = Literal["un", "state", "red_cross", "ngo", "other"]


@revision(
    "access.organisation",
    version=1,
    into=Organisation,
    wall="office",
    keep="ledger",
    told_by=("manager", "administrator"),
)
class OrganisationRevised(Revision):
    name: Line | None = None
    kind: OrganisationKind | None = None
    is_active: bool | None = None

    example = {"name": "Office National de la Migration", "kind": "state", "is_active": True}
