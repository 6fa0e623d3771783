"""A place at a site where items are kept: a container, a tent, the table they are given from."""

from akeyi.assistance.models import Store
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Word


@revision("assistance.store", version=1, into=Store, wall="assistance", keep="ledger", told_by=("manager",))
class StoreRevised(Revision):
    name: Word | None = None
    # Whether people are given what lies here.
    is_giving: bool | None = None
    is_active: bool | None = None

    example = {"name": "Container 2", "is_giving": False, "is_active": True}
