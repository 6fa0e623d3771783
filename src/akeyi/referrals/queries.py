"""What other rooms and pages may ask about services and referrals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from akeyi.access.viewer import MayNotRead, Viewer, need
from akeyi.people import queries as people

from . import rules
from .models import (
    Referral,
    ReferralChild,
    ReferralHealth,
    ReferralProtection,
    Service,
    Step,
    StepChild,
    StepHealth,
    StepProtection,
)

REFERRALS: dict[str, type[Referral]] = {
    "health": ReferralHealth,
    "child": ReferralChild,
    "protection": ReferralProtection,
}
STEPS: dict[str, type[Step]] = {"health": StepHealth, "child": StepChild, "protection": StepProtection}


@dataclass(frozen=True)
class Shown:
    """One referral with what became of it. `not_agreed`: of what it tells, what the person never agreed to."""

    referral: Referral
    wall: str
    service: Service | None
    steps: list[Step]
    state: str
    due: datetime
    not_agreed: list[str]

    @property
    def is_overdue(self) -> bool:
        return rules.is_overdue(self.state, self.due, datetime.now(UTC))

    @property
    def is_open(self) -> bool:
        return self.state in rules.OPEN

    @property
    def must_be_told(self) -> bool:
        return rules.must_be_told(self.state, self.steps)


def walls_of(viewer: Viewer) -> list[rules.Wall]:
    """Behind which walls somebody sees referrals, and sends people on; raises MayNotRead where behind none."""
    walls = [wall for wall in rules.WALLS if viewer.reads(wall)]
    if not walls:
        raise MayNotRead("referrals")
    return walls


def services(viewer: Viewer) -> list[Service]:
    """The services of a site, by name, those that take nobody now last."""
    need(viewer, "reception")
    found = Service.objects.filter(site=viewer.site)
    return sorted(found, key=lambda one: (not one.is_active, (one.name or "").casefold()))


def service(viewer: Viewer, id: str) -> Service | None:
    need(viewer, "reception")
    return Service.objects.filter(site=viewer.site, subject=id).first()


def referrals(viewer: Viewer, receptions: Iterable[str] | None = None) -> list[Shown]:
    """The referrals that somebody may see, of some people or of all, those that are due first coming first."""
    found = [one for wall in walls_of(viewer) for one in _behind(wall, viewer.site)]
    of = None if receptions is None else set(receptions)
    return sorted(
        (one for one in found if of is None or one.referral.subject in of), key=lambda one: (one.due, one.referral.id)
    )


def referral(viewer: Viewer, fact: str) -> Shown | None:
    """One referral, by the fact that told it."""
    return next((one for one in referrals(viewer) if one.referral.id == fact), None)


def of_link(site: str, wall: str, fact: str) -> Shown | None:
    """The referral to which a link leads: whoever receives has no account, and the link is what lets them in."""
    row = REFERRALS[wall]._default_manager.filter(site=site, id=fact).first()
    return _shown(site, wall, [row], people.agreed_behind(wall, site, [row.subject]))[0] if row else None


def _behind(wall: str, site: str) -> list[Shown]:
    rows = list(REFERRALS[wall]._default_manager.filter(site=site))
    return _shown(site, wall, rows, people.agreed_behind(wall, site)) if rows else []


def _shown(site: str, wall: str, rows: list[Referral], agreed: Mapping[str, people.Answer]) -> list[Shown]:
    services = {one.subject: one for one in Service.objects.filter(site=site)}
    steps: dict[str, list[Step]] = {}
    for step in STEPS[wall]._default_manager.filter(referral__in=[row.id for row in rows]).order_by("clock", "id"):
        steps.setdefault(step.referral, []).append(step)
    shown = []
    for row in rows:
        yes = agreed.get(row.consent)
        is_theirs = (
            yes is not None
            and people.is_one_person(site, yes.subject, row.subject)
            and yes.purpose == rules.purpose_of(wall, row.need)
            and yes.service in (None, row.service)
        )
        not_agreed = rules.may_not_tell(row.items, (yes.items or []) if yes else [])
        mine = steps.get(row.id, [])
        state = rules.state(mine, is_theirs and not not_agreed)
        due = rules.due_at(row.priority, row.at)
        shown.append(Shown(row, wall, services.get(row.service), mine, state, due, not_agreed if is_theirs else []))
    return shown
