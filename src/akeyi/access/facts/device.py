"""A tablet, as the site manager knows it."""

from akeyi.access.models import Device
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Moment, Word


@revision("access.device", version=1, into=Device, wall="office", keep="ledger", told_by=("manager", "administrator"))
class DeviceRevised(Revision):
    label: Word | None = None
    stands_at: Id | None = None
    withdrawn_at: Moment | None = None

    example = {"label": "Tablet 7"}
