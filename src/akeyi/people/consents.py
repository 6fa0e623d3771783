"""A person takes back, at the office, what they agreed to."""

from akeyi.access.viewer import Viewer, need
from akeyi.journal.registry import kind_of
from akeyi.journal.tell import Saying, tell

from . import queries
from .purposes import BY_KEY, KINDS


def withdraw(viewer: Viewer, reception: str, purpose: str) -> None:
    """Tells that a person took back a consent, at their word; one that stands no longer is left as it is."""
    if purpose not in queries.standing_consents(viewer, reception):
        return
    wall = BY_KEY[purpose].wall
    need(viewer, wall)
    agreed = [one.id for one in queries.answers(viewer, reception) if (one.purpose, one.answer) == (purpose, "yes")]
    told = {"purpose": purpose, "answer": "withdrawn", "how": "said", "withdraws": agreed}
    arrival = queries.everybody(viewer.site).arrival.get(reception)
    tell(
        Saying(
            kind_of(KINDS[wall]).body.model_validate(told),
            site=viewer.site,
            subject=reception,
            arrivals=[arrival] if arrival else [],
            worker=viewer.worker,
        )
    )
