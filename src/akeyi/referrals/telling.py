"""What the server tells of a referral: a step of it, and the referral itself with the person's yes."""

import secrets
from datetime import datetime
from typing import Any

from akeyi.access.viewer import Viewer
from akeyi.journal.registry import kind_of
from akeyi.journal.tell import Saying, tell
from akeyi.people import consents
from akeyi.people import queries as people

from . import rules
from .groups import CASE_SIGNS
from .queries import Shown


def step(shown: Shown, what: str, by: str, worker: str | None = None, **more: Any) -> None:
    """Tells one step, behind the wall of its referral; of a link without a worker."""
    row = shown.referral
    body = kind_of(f"referrals.step_{shown.wall}").body
    arrival = people.everybody(row.site).arrival.get(row.subject)
    tell(
        Saying(
            body.model_validate({"referral": row.id, "step": what, "by": by, **more}),
            site=row.site,
            subject=row.subject,
            arrivals=[arrival] if arrival else [],
            worker=worker,
        )
    )


def new_case() -> str:
    """A case code: 30 bits, enough that two of a site are told apart."""
    return "".join(secrets.choice(CASE_SIGNS) for _ in range(6))


def refer(
    viewer: Viewer,
    reception: str,
    wall: rules.Wall,
    items: dict[str, str],
    *,
    service: str,
    need: str,
    priority: str,
    answered: dict[str, Any],
    go_at: datetime | None = None,
) -> str:
    """Tells the person's yes to exactly these items, and the referral that rests on it; gives the referral's id."""
    purpose = rules.purpose_of(wall, need)
    assert purpose is not None
    said = {"answer": "yes", "service": service, "items": list(items), **answered}
    [consent] = tell(consents.saying(viewer, reception, purpose, **said))
    body = kind_of(f"referrals.referral_{wall}").body.model_validate(
        {
            "service": service,
            "need": need,
            "priority": priority,
            "case": new_case(),
            "items": items,
            "consent": consent,
            "go_at": go_at,
        }
    )
    arrival = people.everybody(viewer.site).arrival.get(reception)
    [fact] = tell(
        Saying(body, site=viewer.site, subject=reception, arrivals=[arrival] if arrival else [], worker=viewer.worker)
    )
    return fact
