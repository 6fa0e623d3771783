"""Somebody takes complaints: where people find them, and whether tablets name them."""

from akeyi.feedback.models import FocalPoint
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line


# Whoever complains is told it, so it is no secret. The focal point alone says it, at a table.
@revision("feedback.focal_point", version=1, into=FocalPoint, wall="office", keep="ledger", told_by=())
class FocalPointRevised(Revision):
    where: Line | None = None
    is_active: bool | None = None

    example = {"where": "Blue container behind the water, mornings", "is_active": True}
