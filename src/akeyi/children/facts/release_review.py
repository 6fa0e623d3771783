"""A child's release was looked at afterwards."""

from akeyi.children.models import ReleaseReview
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Text


@entry(
    "children.release_review",
    version=1,
    into=ReleaseReview,
    wall="child",
    keep="person",
    told_by=("child_protection",),
)
class ReleaseReviewed(Fact):
    release: Id
    note: Text

    example = {"release": "0190a5c0-0000-7000-8000-000000000008", "note": "Mother called from the hospital."}
