"""A worker may work in one more role until an hour, for a shift."""

from akeyi.access.models import Grant
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Moment, Word


# Said at the office alone, where it is known who says it: told_by nobody, no tablet may.
@revision("access.grant", version=1, into=Grant, wall="office", keep="ledger", told_by=())
class RoleGranted(Revision):
    worker: Id | None = None
    role: Word | None = None
    since_at: Moment | None = None
    # Ended early by saying an earlier hour.
    until_at: Moment | None = None

    example = {"role": "triage", "since_at": "2021-09-19T11:00:00Z", "until_at": "2021-09-19T19:00:00Z"}
