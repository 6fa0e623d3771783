"""What other rooms and the tablets may ask about sites, workers and devices."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from akeyi.journal.head import current
from akeyi.journal.saying import timestamp

from . import rings, walls
from .models import DayBadge, DeviceKey, LetIn, Organisation, Pin, Site, Worker
from .streams import LOCK_S, TABLET_WALLS
from .working_roles import working_roles


def zone_of(site_id: str) -> ZoneInfo:
    """The time zone whose days are the site's days."""
    return ZoneInfo(Site.objects.filter(subject=site_id).values_list("timezone", flat=True).first() or "UTC")


def site(site_id: str) -> dict[str, Any] | None:
    """A site as screens need it."""
    found = Site.objects.filter(subject=site_id).first()
    if found is None:
        return None
    return {
        "id": found.subject,
        "code": found.code,
        "name": found.name,
        "timezone": found.timezone,
        "place": found.place,
    }


def lock_s(site_id: str) -> dict[str, int]:
    """After how many seconds a tablet of this site hides what it shows, by wall."""
    said = Site.objects.filter(subject=site_id).values_list("lock_s", flat=True).first()
    return LOCK_S | (said or {})


def lanes(site_id: str) -> list[str]:
    """The lanes through which people come side by side at a site; none where there is one way."""
    return Site.objects.filter(subject=site_id).values_list("lanes", flat=True).first() or []


def sites() -> list[dict[str, Any]]:
    """All sites, by name."""
    return [one for one in (site(id) for id in Site.objects.order_by("name").values_list("subject", flat=True)) if one]


def organisations(site_id: str) -> list[dict[str, Any]]:
    """The organisations of a site, by name, those that work there first; with how many workers each has."""
    of = list(Worker.objects.filter(works_at=site_id, is_active=True).values_list("organisation", flat=True))
    found = Organisation.objects.filter(site=site_id)
    return [
        {
            "id": one.subject,
            "name": one.name or "",
            "kind": one.kind or "other",
            "is_active": bool(one.is_active),
            "workers": of.count(one.subject),
        }
        for one in sorted(found, key=lambda one: (not one.is_active, (one.name or "").casefold()))
    ]


def workers(site_id: str) -> list[dict[str, Any]]:
    """The workers of a site, by name; those that left or whose only shift is over are not among them."""
    now = datetime.now(UTC)
    standing = Worker.objects.filter(works_at=site_id, is_active=True).order_by("short_name")
    working = working_roles([one.subject for one in standing])
    found = [one for one in standing if not working[one.subject].is_over(now)]
    numbers = dict(DayBadge.objects.filter(worker__in=[one.subject for one in found]).values_list("worker", "number"))
    roles = {one.subject: working[one.subject].at(now) for one in found}
    return [
        {
            "id": one.subject,
            "short_name": one.short_name,
            "languages": one.languages or [],
            "places": walls.places(roles[one.subject]),
            "reads": [wall for wall in TABLET_WALLS if wall in walls.reads(roles[one.subject])],
            "finds": walls.finds(roles[one.subject]),
            "until": timestamp(until) if (until := working[one.subject].until_at) else None,
            "day_badge": numbers.get(one.subject),
        }
        for one in found
    ]


def names_taken(site_id: str) -> list[tuple[str, bool]]:
    """Every name that stands at a site, and whether its worker still works there; those that do come last."""
    found = Worker.objects.filter(works_at=site_id).values_list("short_name", "is_active")
    return sorted(((name or "", bool(is_active)) for name, is_active in found), key=lambda one: one[1])


def shifts_over(site_id: str, workers: Iterable[str], now: datetime) -> list[str]:
    """Those of these workers who stand as working at a site, and were there for a shift alone that has ended."""
    found = Worker.objects.filter(subject__in=list(workers), works_at=site_id, is_active=True)
    working = working_roles(found.values_list("subject", flat=True))
    return [id for id, roles in working.items() if roles.is_over(now)]


def worker_of(site_id: str, worker: str) -> dict[str, Any] | None:
    """One worker of a site."""
    return next((one for one in workers(site_id) if one["id"] == worker), None)


def roles_of(workers: Iterable[str]) -> dict[str, list[str]]:
    """The roles in force now of each worker this server knows, also of those who have left."""
    now = datetime.now(UTC)
    return {id: roles.at(now) for id, roles in working_roles(workers).items()}


def opened_walls(workers: Iterable[str]) -> dict[str, frozenset[str]]:
    """The walls that each worker's PIN opens on tablets: those of their roles, as far as a second holder vouched."""
    now = datetime.now(UTC)
    found = working_roles(workers)
    opens = dict(Pin.objects.filter(worker__in=list(found)).values_list("worker", "opens"))
    return {id: roles.opened_at(now, opens.get(id, ())) for id, roles in found.items()}


def ring_walls(worker: str) -> list[str]:
    """The walls whose private keys belong into this worker's ring on a tablet."""
    opened = opened_walls([worker]).get(worker, frozenset())
    return [wall for wall in TABLET_WALLS if wall in opened]


def ring_until(worker: str) -> dict[str, datetime]:
    """Until when those walls are open that a role for a shift alone opens."""
    now = datetime.now(UTC)
    roles = working_roles([worker])[worker]
    always = roles.opened(Pin.objects.filter(worker=worker).values_list("opens", flat=True).first() or ())
    until: dict[str, datetime] = {}
    for role, since, end in roles.granted:
        if since <= now < end and role in walls.in_force([role], roles.is_of_state):
            for wall in walls.reads([role]) & set(TABLET_WALLS) - always:
                until[wall] = max(end, until.get(wall, end))
    return until


def walls_on(device: str) -> set[str]:
    """Behind which walls a tablet's workers read: those whose ring stands there and who still work here."""
    here = Worker.objects.filter(subject__in=rings.holders(device), is_active=True).values_list("subject", flat=True)
    return set().union(*opened_walls(here).values())


def name_of(worker: str | None) -> str:
    """A worker's short name; empty where nobody is known."""
    return (worker and Worker.objects.filter(subject=worker).values_list("short_name", flat=True).first()) or ""


def organisation_of(worker: str) -> str:
    """The name of a worker's organisation; empty where none is named."""
    of = Worker.objects.filter(subject=worker).values("organisation")
    return Organisation.objects.filter(subject__in=of).values_list("name", flat=True).first() or ""


def with_role(site_id: str, role: str) -> list[dict[str, Any]]:
    """The workers of a site who hold a role now, by name, each with their organisation."""
    standing = Worker.objects.filter(works_at=site_id, is_active=True).order_by("short_name")
    roles = roles_of(standing.values_list("subject", flat=True))
    names = dict(Organisation.objects.filter(site=site_id).values_list("subject", "name"))
    return [
        {
            "id": one.subject,
            "name": one.short_name or "",
            "languages": one.languages or [],
            "organisation": one.organisation,
            "of": names.get(one.organisation or "") or "",
        }
        for one in standing
        if role in roles[one.subject]
    ]


def let_in(worker: str) -> dict[str, Any] | None:
    """When somebody was last given a one-time code for the office, why, and by whom ("" at the machine)."""
    last = LetIn.objects.filter(subject=worker).order_by("-clock", "-id").first()
    return None if last is None else {"at": last.at, "why": last.why, "by": name_of(last.worker)}


def devices(site_id: str) -> list[dict[str, Any]]:
    """The tablets of a site with when each was heard and how much it has not sent."""
    from .models import Device

    labels = dict(Device.objects.filter(stands_at=site_id).values_list("subject", "label"))
    return [
        {
            "id": key.device,
            "label": labels.get(key.device) or "",
            "heard_at": key.heard_at,
            "unsent": key.unsent,
            "last_n": key.last_n,
            "withdrawn_at": key.withdrawn_at,
        }
        for key in sorted(DeviceKey.objects.filter(site=site_id), key=lambda key: labels.get(key.device) or "")
    ]


def held_to() -> int:
    """Up to which position facts are held in two places; 0 while this server has neither a neighbour nor a backup."""
    from akeyi.journal.models import HeldTwice

    return HeldTwice.objects.order_by("-position").values_list("position", flat=True).first() or 0


def is_held_once() -> bool:
    """Whether something is told that no second place holds: one broken disk would lose it."""
    head = current()
    return head is not None and head.position > 0 and held_to() == 0
