"""The adult recorded as looking after a child."""

from akeyi.children.models import Carer
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id


@revision("children.carer", version=1, into=Carer, wall="reception", keep="person")
class CarerRecorded(Revision):
    carer: Id | None = None

    example = {"carer": "0190a5c0-0000-8000-8000-000000000006"}
