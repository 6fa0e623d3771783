"""What pages and tablets may ask about complaints: who takes them, whose each is, the answer, how many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hmac import compare_digest
from typing import Any

from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need, need_duty
from akeyi.journal.tell import Saying, tell

from . import rules
from .facts.deadline import DeadlineRevised
from .facts.focal_point import FocalPointRevised
from .facts.handling import HandlingRevised
from .groups import CATEGORIES, Category
from .models import Complaint, Deadline, FocalPoint, Handling
from .wire import ComplaintAnswered, Seen

ROLE = "focal_point"


@dataclass(frozen=True)
class Focal:
    """Somebody who takes complaints. `is_offered`: tablets name them, with where people find them."""

    id: str
    name: str
    organisation: str | None
    of: str
    where: str
    is_offered: bool


@dataclass(frozen=True)
class Case:
    """One complaint as its owner sees it. `about`: the name of the organisation; empty where none was named."""

    complaint: Complaint
    handling: Handling | None
    about: str
    owner: str
    told_on: date
    due_on: date

    @property
    def id(self) -> str:
        return self.complaint.id

    @property
    def is_closed(self) -> bool:
        return bool(self.handling and self.handling.is_closed)

    @property
    def is_overdue(self) -> bool:
        return not self.is_closed and self.due_on < timezone.localdate()

    @property
    def says_only_whom_to_see(self) -> bool:
        """Whoever finds the numbers learns nothing of what was told."""
        return self.complaint.category == "abuse"


@dataclass(frozen=True)
class Numbers:
    """What whoever runs the site sees: counts, and nobody."""

    weeks: list[tuple[date, dict[Category, int]]]
    open: int
    overdue: int
    closed: int


def focal_points(site: str) -> list[Focal]:
    """Everybody who takes complaints at a site, by name."""
    said = {one.subject: one for one in FocalPoint.objects.filter(site=site)}
    found = []
    for one in access.with_role(site, ROLE):
        own = said.get(one["id"])
        where = (own and own.where) or ""
        is_offered = bool(own and own.is_active and where)
        found.append(Focal(one["id"], one["name"], one["organisation"], one["of"], where, is_offered))
    return found


def deadlines(site: str) -> dict[Category, int]:
    """Days until the answer, by category."""
    row = Deadline.objects.filter(site=site, subject=site).first()
    said = {name: getattr(row, name, None) for name in CATEGORIES}
    return {name: rules.DAYS[name] if days is None else days for name, days in said.items()}


def mine(viewer: Viewer) -> list[Case]:
    """The viewer's complaints: those still open first, by the day on which they are due."""
    me = _me(viewer)
    found = [case for case in _cases(viewer.site) if case.owner == me.id and _may_have(me, case)]
    return sorted(found, key=lambda case: (case.is_closed, case.due_on, case.id))


def mine_one(viewer: Viewer, id: str) -> Case | None:
    """One of the viewer's complaints."""
    return next((case for case in mine(viewer) if case.id == id), None)


def nobodys(viewer: Viewer) -> list[Case]:
    """Open complaints whose owner takes none any more, or came to work for whom it is about; never one about the
    viewer's own organisation."""
    me = _me(viewer)
    focal = {one.id: one for one in focal_points(viewer.site)}
    return [
        case
        for case in _cases(viewer.site)
        if not case.is_closed
        and not (case.owner in focal and _may_have(focal[case.owner], case))
        and _may_have(me, case)
    ]


def may_take(viewer: Viewer, case: Case) -> list[Focal]:
    """To whom the owner may hand a complaint on: outside the organisation that it is about."""
    return [one for one in focal_points(viewer.site) if one.id != viewer.worker and _may_have(one, case)]


def whom_to_see(viewer: Viewer, case: Case) -> list[Focal]:
    """Whom an answer may name: whoever people can find, outside the organisation that it is about."""
    return [one for one in focal_points(viewer.site) if one.is_offered and _may_have(one, case)]


def own_place(viewer: Viewer) -> FocalPoint | None:
    """What the viewer said of where people find them."""
    _need_complaints(viewer)
    return FocalPoint.objects.filter(subject=viewer.worker).first()


def say_place(viewer: Viewer, where: str, is_active: bool) -> None:
    """The viewer says where people find them, and whether tablets name them."""
    _need_complaints(viewer)
    said = FocalPointRevised(where=where, is_active=is_active)
    tell(Saying(said, site=viewer.site, subject=viewer.worker, worker=viewer.worker))


def handle(viewer: Viewer, case: Case, **said: Any) -> None:
    """The owner, or whoever takes over what is nobody's, says something of a complaint."""
    _need_complaints(viewer)
    tell(Saying(HandlingRevised(**said), site=viewer.site, subject=case.id, worker=viewer.worker))


def say_deadlines(viewer: Viewer, **days: int) -> None:
    """The manager says within how many days complaints are answered."""
    need_duty(viewer, "site")
    said = DeadlineRevised.model_validate(days)
    tell(Saying(said, site=viewer.site, subject=viewer.site, worker=viewer.worker))


def numbers(viewer: Viewer) -> Numbers:
    """How many complaints there were and are; for whoever runs the site, and focal points."""
    need_duty(viewer, "site", "complaints")
    cases = list(_cases(viewer.site))
    told: Iterable[tuple[date, Category]] = ((one.told_on, one.complaint.category) for one in cases)
    return Numbers(
        rules.by_week(told, timezone.localdate()),
        sum(not one.is_closed for one in cases),
        sum(one.is_overdue for one in cases),
        sum(one.is_closed for one in cases),
    )


def answer_by_code(site: str, typed: str) -> ComplaintAnswered | None:
    """The answer for whoever has the numbers; None where they lead to none."""
    code = rules.code_of(typed)
    hashed = rules.code_hash(code or "", site)
    for case in _cases(site):
        if code is not None and compare_digest(case.complaint.code_hash, hashed):
            return _answer(site, case)
    return None


def _answer(site: str, case: Case) -> ComplaintAnswered:
    handling = case.handling
    text = "" if case.says_only_whom_to_see else (handling and handling.answer) or ""
    said = {one.id: one for one in focal_points(site)}
    # Before there is an answer, whoever was picked can be gone to: of all complaints alike.
    see = said.get((handling and handling.see) or case.owner) if not text or (handling and handling.see) else None
    return ComplaintAnswered(
        state="answered" if case.is_closed else "waiting",
        text=text if case.is_closed else "",
        see=Seen(name=see.name, organisation=see.of, where=see.where) if see else None,
    )


def _need_complaints(viewer: Viewer) -> None:
    """Raises MayNotRead: holders read behind `sealed` too, and no complaint."""
    need(viewer, "sealed")
    need_duty(viewer, "complaints")


def _me(viewer: Viewer) -> Focal:
    _need_complaints(viewer)
    return next(one for one in focal_points(viewer.site) if one.id == viewer.worker)


def _may_have(one: Focal, case: Case) -> bool:
    return rules.is_outside(one.organisation, case.complaint.about)


def _cases(site: str) -> Iterable[Case]:
    """Every complaint of a site. What they say is sealed at rest, so they are read and then chosen."""
    days = deadlines(site)
    names = {one["id"]: one["name"] for one in access.organisations(site)}
    handled = {one.subject: one for one in Handling.objects.filter(site=site)}
    for one in Complaint.objects.filter(site=site).order_by("-at", "id"):
        handling = handled.get(one.id)
        told_on = timezone.localtime(one.at).date()
        yield Case(
            one,
            handling,
            names.get(one.about or "") or "",
            (handling and handling.owner) or one.focal_point,
            told_on,
            (handling and handling.due_on) or rules.due_on(told_on, one.category, days),
        )
