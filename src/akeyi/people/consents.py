"""What a person agreed to at the office, and what they take back there."""

from typing import Any

from akeyi.access.viewer import Viewer, need
from akeyi.journal.registry import kind_of
from akeyi.journal.tell import Saying, tell

from . import queries
from .purposes import BY_KEY, KINDS


def withdraw(viewer: Viewer, reception: str, purpose: str) -> None:
    """Tells that a person took back a consent, at their word; one that stands no longer is left as it is."""
    if purpose not in queries.standing_consents(viewer, reception):
        return
    agreed = [one.id for one in queries.answers(viewer, reception) if (one.purpose, one.answer) == (purpose, "yes")]
    tell(saying(viewer, reception, purpose, answer="withdrawn", how="said", withdraws=agreed))


def withdraw_one(viewer: Viewer, reception: str, consent: str) -> None:
    """Tells that a person took back what they had agreed to for one service."""
    for one in queries.agreed(viewer, reception):
        if one.id == consent:
            said = {"answer": "withdrawn", "how": "said", "service": one.service, "withdraws": [consent]}
            tell(saying(viewer, reception, one.purpose, **said))


def saying(viewer: Viewer, reception: str, purpose: str, **answer: Any) -> Saying:
    """One answer to be told, behind the wall of its matter."""
    wall = BY_KEY[purpose].wall
    need(viewer, wall)
    arrival = queries.everybody(viewer.site).arrival.get(reception)
    body = kind_of(KINDS[wall]).body
    return Saying(
        body.model_validate({"purpose": purpose, **answer}),
        site=viewer.site,
        subject=reception,
        arrivals=[arrival] if arrival else [],
        worker=viewer.worker,
    )
