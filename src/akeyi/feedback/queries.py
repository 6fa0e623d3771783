"""What pages may ask about sealed statements: the keys, the boxes day by day, and what becomes of their locks."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need, need_duty
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from .facts.holder import HolderRevised
from .facts.opened import LockOpened
from .models import HandedOver, Holder, Opened, Sealed, SealedPiece
from .rules import Key, pairs

# What a first holder left is of no use to anybody but the second, and yet not to lie about.
WAITS_AT_MOST = timedelta(days=1)


def _need_boxes(viewer: Viewer) -> None:
    """Raises MayNotRead: focal points read behind `sealed` too, and no box."""
    need(viewer, "sealed")
    need_duty(viewer, "boxes")


def day_of(at: datetime) -> date:
    """The day of a moment at the site. A clock that was ahead keeps nothing longer, and nobody waiting."""
    return timezone.localtime(min(at, timezone.now())).date()


def keys(viewer: Viewer) -> list[Holder]:
    """All keys of the site, those in use first; for holders."""
    _need_boxes(viewer)
    return sorted(Holder.objects.filter(site=viewer.site), key=lambda one: (not one.is_active, one.first_at))


def locks_now(viewer: Viewer) -> list[tuple[str, str]]:
    """The locks that a box gets today; none while the keys are not enough."""
    return pairs(
        Key(one.subject, one.holder, bool(one.is_outside)) for one in keys(viewer) if one.is_active and one.holder
    )


def publish_key(viewer: Viewer, public_key: str, is_outside: bool, is_spare: bool) -> None:
    """A holder says the half of their new key that may be known."""
    _need_boxes(viewer)
    said = HolderRevised(
        holder=viewer.worker,
        name=access.name_of(viewer.worker)[:40],
        organisation=access.organisation_of(viewer.worker) or None,
        is_outside=is_outside,
        is_spare=is_spare,
        public_key=public_key,
        is_active=True,
    )
    tell(Saying(said, site=viewer.site, subject=new_id(), worker=viewer.worker))


def end_key(viewer: Viewer, id: str) -> bool:
    """Any holder may end any key: whoever lost theirs may be away. False where there is none."""
    if not any(one.subject == id for one in keys(viewer)):
        return False
    tell(Saying(HolderRevised(is_active=False), site=viewer.site, subject=id, worker=viewer.worker))
    return True


@dataclass(frozen=True)
class Box:
    """One sealed box as a holder sees it. `step`: first (opens the outer lock), second, waits or no_key."""

    id: str
    day: date
    step: str
    opened: list[tuple[Any, str, str]]


@dataclass(frozen=True)
class Lock:
    """What one holder needs to open their lock: which of their keys, and what it opens."""

    key: str
    sealed: str
    # The other holder's key: whose lock comes next, or whose was opened before.
    other: str


def days(viewer: Viewer) -> list[tuple[date, list[Box]]]:
    """The boxes of a site by day, the newest day first. Within a day their order says nothing."""
    _need_boxes(viewer)
    found: dict[date, list[Box]] = {}
    told = _opened(viewer)
    for one in Sealed.objects.filter(site=viewer.site).order_by("-at", "id"):
        made = _box(viewer, one, told)
        found.setdefault(made.day, []).append(made)
    return list(found.items())


def box(viewer: Viewer, id: str) -> Box | None:
    """One box."""
    _need_boxes(viewer)
    one = Sealed.objects.filter(site=viewer.site, id=id).first()
    return _box(viewer, one, _opened(viewer, id)) if one else None


def content(viewer: Viewer, id: str) -> str:
    """The content of a box, as sealed as it came."""
    _need_boxes(viewer)
    return Sealed.objects.get(site=viewer.site, id=id).content


def pieces(viewer: Viewer, id: str) -> list[tuple[str, str]]:
    """For whoever opens the second lock of a box: (id, content) of every piece of its day, as sealed as they came.

    All of them, for any box: which belong to it, and whether any does, is said inside.
    """
    found = box(viewer, id)
    if not found or found.step != "second":
        return []
    at = Sealed.objects.get(site=viewer.site, id=id).at
    return [(one.id, one.content) for one in SealedPiece.objects.filter(site=viewer.site, at=at).order_by("id")]


@transaction.atomic
def open_lock(viewer: Viewer, id: str) -> list[Lock]:
    """Tells that a holder opens a lock of a box, and gives what their keys open; empty where it is not theirs."""
    found = box(viewer, id)
    locks = _locks(viewer, id, found.step) if found else []
    if found and locks:
        step = LockOpened(lock="first" if found.step == "first" else "second")
        tell(Saying(step, site=viewer.site, subject=id, worker=viewer.worker))
    return locks


def hand_over(viewer: Viewer, id: str, outer: str, inner: str, key: str) -> bool:
    """Keeps what a first holder's lock left for the holder of `inner`; False where it was not theirs to open."""
    one = Sealed.objects.filter(site=viewer.site, id=id).first()
    mine = _mine(viewer)
    has_opened = Opened.objects.filter(subject=id, worker=viewer.worker, lock="first").exists()
    fits = one and any((lock["outer"], lock["inner"]) == (outer, inner) for lock in one.locks)
    if not fits or outer not in mine or not has_opened:
        return False
    left = {"first": viewer.worker, "outer": outer, "key": key}
    HandedOver.objects.update_or_create(box=id, inner=inner, defaults=left)
    return True


def is_read(viewer: Viewer, id: str) -> None:
    """The second holder has read it: what the first one left goes."""
    _need_boxes(viewer)
    HandedOver.objects.filter(box=id, inner__in=_mine(viewer)).delete()


def _mine(viewer: Viewer) -> set[str]:
    _need_boxes(viewer)
    return set(Holder.objects.filter(site=viewer.site, holder=viewer.worker).values_list("subject", flat=True))


def _waiting(viewer: Viewer, id: str) -> list[HandedOver]:
    """What first holders, who are somebody else, left for this one."""
    HandedOver.objects.filter(at__lt=timezone.now() - WAITS_AT_MOST).delete()
    return list(HandedOver.objects.filter(box=id, inner__in=_mine(viewer)).exclude(first=viewer.worker))


def _locks(viewer: Viewer, id: str, step: str) -> list[Lock]:
    if step == "second":
        return [Lock(one.inner, one.key, one.outer) for one in _waiting(viewer, id)]
    mine = _mine(viewer)
    locks = Sealed.objects.get(site=viewer.site, id=id).locks
    return [Lock(one["outer"], one["key"], one["inner"]) for one in locks if one["outer"] in mine]


def _opened(viewer: Viewer, id: str | None = None) -> dict[str, list[tuple[Any, str, str]]]:
    """Who opened which lock of a box, and when."""
    found: dict[str, list[tuple[Any, str, str]]] = {}
    told = Opened.objects.filter(site=viewer.site, **({"subject": id} if id else {})).order_by("clock", "id")
    for one in told:
        found.setdefault(one.subject, []).append((one.at, access.name_of(one.worker), one.lock))
    return found


def _box(viewer: Viewer, one: Sealed, opened: dict[str, list[tuple[Any, str, str]]]) -> Box:
    mine = _mine(viewer)
    if _waiting(viewer, one.id):
        step = "second"
    elif HandedOver.objects.filter(box=one.id, first=viewer.worker).exists():
        step = "waits"
    else:
        step = "first" if any(lock["outer"] in mine for lock in one.locks) else "no_key"
    return Box(one.id, timezone.localtime(one.at).date(), step, opened.get(one.id, []))
