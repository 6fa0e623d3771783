"""What other rooms and the tablets may ask about sites, workers and devices."""

import json
from collections.abc import Iterable
from typing import Any

from akeyi.journal.head import current
from akeyi.journal.sql import Sql, text_ids

from . import walls
from .models import DeviceKey, DeviceRing, Organisation, Site, Worker
from .streams import LOCK_S, TABLET_WALLS


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
    """The workers of a site, by name; those that left are not among them."""
    found = Worker.objects.filter(works_at=site_id, is_active=True).order_by("short_name")
    roles = roles_of([one.subject for one in found])
    return [
        {
            "id": one.subject,
            "short_name": one.short_name,
            "languages": one.languages or [],
            "places": walls.places(roles[one.subject]),
            "finds": walls.finds(roles[one.subject]),
        }
        for one in found
    ]


def worker_of(site_id: str, worker: str) -> dict[str, Any] | None:
    """One worker of a site."""
    return next((one for one in workers(site_id) if one["id"] == worker), None)


def roles_of(workers: Iterable[str]) -> dict[str, list[str]]:
    """The roles in force of each worker this server knows, also of those who have left. Asked with every batch."""
    rows = Sql().where_id_in(
        "SELECT worker.subject, worker.roles, of.kind FROM access_worker worker "
        "LEFT JOIN access_organisation of ON of.subject = worker.organisation WHERE worker.subject IN ({ids})",
        set(workers),
    )
    return {
        id: walls.in_force(json.loads(roles or "[]") if isinstance(roles, str | None) else roles, kind == "state")
        for id, (_, roles, kind) in zip(text_ids(rows), rows, strict=True)
    }


def ring_walls(worker: str) -> list[str]:
    """The walls whose private keys belong into this worker's ring on a tablet."""
    read = walls.reads(roles_of([worker]).get(worker, []))
    return [wall for wall in TABLET_WALLS if wall in read]


def walls_on(device: str) -> set[str]:
    """Behind which walls a tablet's workers read: those who have a ring there and still work here."""
    holders = Worker.objects.filter(
        subject__in=list(DeviceRing.objects.filter(device=device).values_list("worker", flat=True)), is_active=True
    ).values_list("subject", flat=True)
    return set().union(*map(walls.reads, roles_of(holders).values()))


def name_of(worker: str | None) -> str:
    """A worker's short name; empty where nobody is known."""
    return (worker and Worker.objects.filter(subject=worker).values_list("short_name", flat=True).first()) or ""


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
