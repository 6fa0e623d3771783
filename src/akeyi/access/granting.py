"""What a second holder of a wall gives: a role for a shift, and its wall to a PIN that was set anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from . import accounts, walls
from .facts.grant import RoleGranted
from .facts.pin_opened import PinWasOpened, Why
from .models import Grant, Pin, Worker
from .streams import TABLET_WALLS
from .viewer import MayNotRead, Viewer
from .working_roles import working_roles


def held(workers: Iterable[str]) -> dict[str, set[str]]:
    """The walls that each holds in their own right: their PIN opens them, by nobody's loan."""
    found = working_roles(workers)
    opens = dict(Pin.objects.filter(worker__in=list(found)).values_list("worker", "opens"))
    return {
        id: set(walls.reads(roles.own)) & (walls.OPEN_TO_EVERY_PIN | set(opens.get(id, ())))
        for id, roles in found.items()
    }


def roles_to_give(viewer: Viewer) -> list[str]:
    """The roles this worker may give a colleague for a shift; a role that is itself on loan gives none."""
    own = working_roles([viewer.worker])[viewer.worker].own
    may = walls.reads(["manager"]) | held([viewer.worker])[viewer.worker]
    return [role for role, asked in walls.ROLES.items() if walls.may_grant(own, role) and asked.reads <= may]


def grant(viewer: Viewer, worker: str, role: str, until: datetime) -> None:
    """Gives a colleague a role until an hour; raises MayNotRead."""
    if role not in roles_to_give(viewer) or worker == viewer.worker:
        raise MayNotRead
    said = RoleGranted(worker=worker, role=role, since_at=datetime.now(UTC), until_at=until)
    tell(Saying(said, site=viewer.site, subject=new_id(), worker=viewer.worker))


def end(viewer: Viewer, id: str) -> None:
    """Ends a role for a shift now: whoever may give it may, and the manager."""
    one = Grant.objects.get(subject=id, site=viewer.site)
    if not viewer.is_manager and one.role not in roles_to_give(viewer):
        raise MayNotRead
    now = datetime.now(UTC)
    if one.until_at and one.until_at > now:
        tell(Saying(RoleGranted(until_at=now), site=viewer.site, subject=id, worker=viewer.worker))


def end_loans(viewer: Viewer, worker: str) -> None:
    """A new PIN opens nothing that others gave to the old one."""
    for one in standing(viewer.site, worker):
        if walls.reads([one.role or ""]) - walls.reads(["manager"]):
            now = RoleGranted(until_at=datetime.now(UTC))
            tell(Saying(now, site=viewer.site, subject=one.subject, worker=viewer.worker))


def standing(site: str, worker: str | None = None) -> list[Grant]:
    """The roles for a shift that still count, the first to end first."""
    found = Grant.objects.filter(site=site, until_at__gt=datetime.now(UTC)).order_by("until_at")
    return list(found.filter(worker=worker) if worker else found)


@dataclass(frozen=True)
class Waiting:
    """A worker whose PIN does not open all walls of their roles. `mine`: those the viewer may open, and why."""

    worker: str
    short_name: str
    walls: list[str]
    mine: dict[str, Why]


def waiting(viewer: Viewer) -> list[Waiting]:
    """Whose PINs wait for a second holder's word, by name."""
    people = Worker.objects.filter(works_at=viewer.site, is_active=True).order_by("short_name")
    names = {one.subject: one.short_name or "" for one in people}
    of = held(names)
    roles = working_roles(names)
    with_pin = set(Pin.objects.filter(worker__in=list(names)).values_list("worker", flat=True))
    found = []
    for id, name in names.items():
        closed = walls.reads(roles[id].own) - of[id]
        shown = [wall for wall in TABLET_WALLS if wall in closed]
        if shown and id in with_pin:
            others = set().union(*(held_by for other, held_by in of.items() if other != id))
            found.append(Waiting(id, name, shown, _mine(viewer, id, shown, of.get(viewer.worker, set()), others)))
    return found


def _mine(viewer: Viewer, worker: str, closed: list[str], mine: set[str], others: set[str]) -> dict[str, Why]:
    if viewer.worker == worker:
        return {}
    may: dict[str, Why] = {wall: "second" for wall in closed if wall in mine}
    if viewer.is_manager:
        may |= {wall: "second" for wall in closed if viewer.reads(wall)}
        # Nobody else here holds it: whoever set a second proof of their own at the office is somebody.
        if accounts.proves_themselves(worker):
            may |= {wall: "first" for wall in closed if wall not in others and wall not in may}
    return may


def open_pin(viewer: Viewer, worker: str) -> list[str]:
    """Opens a colleague's PIN to the walls that the viewer may open; gives those."""
    one = next((one for one in waiting(viewer) if one.worker == worker), None)
    if one is None or not one.mine:
        raise MayNotRead
    pin = Pin.objects.get(worker=worker)
    Pin.objects.filter(worker=worker).update(opens=[*pin.opens, *one.mine])
    told: dict[Why, list[str]] = {}
    for wall, why in one.mine.items():
        told.setdefault(why, []).append(wall)
    tell(
        *(
            Saying(PinWasOpened(walls=opened, why=why), site=viewer.site, subject=worker, worker=viewer.worker)  # type: ignore[arg-type]
            for why, opened in told.items()
        )
    )
    return list(one.mine)
