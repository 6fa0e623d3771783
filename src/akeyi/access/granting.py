"""What a second holder of a wall gives: a role for a shift, and its wall to a PIN or an account that is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from akeyi.journal.declare import WALLS
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from . import accounts, walls
from .facts.grant import RoleGranted
from .facts.vouched import WasVouchedFor, Way, Why
from .models import Grant, OfficeAccount, Pin, Worker
from .streams import TABLET_WALLS
from .viewer import MayNotRead, Viewer
from .working_roles import working_roles


def held(workers: Iterable[str]) -> dict[str, frozenset[str]]:
    """The walls that each may vouch for: their office account opens them in its own right, by nobody's loan."""
    accounts_of = OfficeAccount.objects.filter(worker__in=list(workers), user__is_active=True)
    opens = dict(accounts_of.values_list("worker", "opens"))
    found = working_roles(opens).items()
    return {id: roles.opened(opens[id]) & walls.may_vouch(roles.own) - walls.OPEN_TO_ALL for id, roles in found}


def roles_to_give(viewer: Viewer) -> list[str]:
    """The roles this worker may give a colleague for a shift; a role that is itself on loan gives none."""
    own = working_roles([viewer.worker])[viewer.worker].own
    may = walls.OPEN_TO_ALL | held([viewer.worker]).get(viewer.worker, frozenset())
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
    """A new PIN, and an account that begins, open nothing that others gave to the one before."""
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
    """A worker whose PIN or office account does not open all walls of their roles.

    `mine`: those the viewer may open, and why.
    """

    worker: str
    short_name: str
    way: Way
    walls: list[str]
    mine: dict[str, Why]


def waiting(viewer: Viewer) -> list[Waiting]:
    """Whose PINs and accounts wait for a second holder's word, by name."""
    people = Worker.objects.filter(works_at=viewer.site, is_active=True).order_by("short_name")
    names = {one.subject: one.short_name or "" for one in people}
    roles, of = working_roles(names), held(names)
    pins = dict(Pin.objects.filter(worker__in=list(names)).values_list("worker", "opens"))
    with_account = OfficeAccount.objects.filter(worker__in=list(names), user__is_active=True)
    ways: tuple[tuple[Way, dict[str, list[str]], tuple[str, ...]], ...] = (
        ("pin", pins, TABLET_WALLS),
        ("account", dict(with_account.values_list("worker", "opens")), WALLS),
    )
    found = []
    for id, name in names.items():
        others = frozenset[str]().union(*(held_by for other, held_by in of.items() if other != id))
        for way, vouched, may_wait in ways:
            closed = walls.reads(roles[id].own) - roles[id].opened(vouched.get(id, ()))
            shown = [wall for wall in may_wait if wall in closed]
            if shown and id in vouched:
                mine = _mine(viewer, id, way, shown, of.get(viewer.worker, frozenset()), others)
                found.append(Waiting(id, name, way, shown, mine))
    return found


def _mine(
    viewer: Viewer, worker: str, way: Way, closed: list[str], mine: frozenset[str], others: frozenset[str]
) -> dict[str, Why]:
    has_proof = accounts.proves_themselves(worker)
    # An account into which nobody has come with a proof of their own may still be anybody's.
    if viewer.worker == worker or (way == "account" and not has_proof):
        return {}
    if not viewer.is_manager:
        mine -= walls.reads(["manager"])
    may: dict[str, Why] = {wall: "second" for wall in closed if wall in mine}
    # Nobody else here holds it: whoever set a second proof of their own at the office is somebody.
    if viewer.is_manager and has_proof:
        may |= {wall: "first" for wall in closed if wall not in others}
    return may


def vouch(viewer: Viewer, worker: str, way: Way) -> list[str]:
    """Opens a colleague's PIN or account to the walls that the viewer may open; gives those."""
    one = next((one for one in waiting(viewer) if (one.worker, one.way) == (worker, way)), None)
    if one is None or not one.mine:
        raise MayNotRead
    row = (Pin if way == "pin" else OfficeAccount).objects.get(worker=worker)
    row.opens = [*row.opens, *one.mine]
    row.save(update_fields=["opens"])
    told: dict[Why, list[str]] = {}
    for wall, why in one.mine.items():
        told.setdefault(why, []).append(wall)
    said = (WasVouchedFor(way=way, walls=opened, why=why) for why, opened in told.items())  # type: ignore[arg-type]
    tell(*(Saying(one, site=viewer.site, subject=worker, worker=viewer.worker) for one in said))
    return list(one.mine)


def keep_to_roles(worker: str, before: Iterable[str] = ()) -> None:
    """A wall that a worker's roles no longer open is vouched for anew where a role opens it again.

    So is what is sealed where they come to do something else with it: whoever telephones is no focal point by it.
    """
    own = working_roles([worker])[worker].own
    reads = walls.reads(own)
    if walls.duties_behind("sealed", own) - walls.duties_behind("sealed", before or own):
        reads -= {"sealed"}
    for model in (Pin, OfficeAccount):
        for row in model.objects.filter(worker=worker):
            row.opens = [wall for wall in row.opens if wall in reads]
            row.save(update_fields=["opens"])
