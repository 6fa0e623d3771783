"""Day badges, printed ahead: each makes a volunteer for one shift, whoever holds it, where a tablet is near the hub."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from akeyi.errors import DAY_BADGE_UNKNOWN, DAY_BADGE_USED, PIN_TOO_SIMPLE, SHIFT_OVER, AkeyiError
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from . import accounts, pins, queries
from .badges import hash_of, keep_badge, new_secret
from .facts.grant import RoleGranted
from .facts.worker import WorkerRevised
from .models import DayBadge
from .viewer import Viewer

HOURS, HOURS_MOST = 8, 16
AT_ONCE_MOST = 100
FIRST_NAME_MOST = 20

# The first tap comes a moment later, from a tablet whose clock may be behind the hub's.
CLOCKS_APART = timedelta(minutes=5)

# A name is told once and stands on every tablet, so it is in the language of who bears it.
VOLUNTEER = {"ht": "Volontè", "fr": "Volontaire", "es": "Voluntario", "en": "Volunteer"}


def print_badges(viewer: Viewer, count: int, hours: int) -> list[tuple[int, str]]:
    """A sheet of new badges that open a shift of so many hours: (number, what the code says)."""
    last = DayBadge.objects.filter(site=viewer.site).aggregate(last=Max("number"))["last"] or 0
    made = [(number, new_secret()) for number in range(last + 1, last + count + 1)]
    sheet, now = new_id(), datetime.now(UTC)
    DayBadge.objects.bulk_create(
        DayBadge(
            secret_hash=hash_of(secret),
            site=viewer.site,
            number=number,
            hours=hours,
            sheet=sheet,
            printed_at=now,
            printed_by=viewer.worker,
        )
        for number, secret in made
    )
    _let_go(viewer, now)
    return [(number, f"AD:{number}:{secret}") for number, secret in made]


def _let_go(viewer: Viewer, now: datetime) -> None:
    """Whose shift is over works here no longer: lists of workers do not grow with every day."""
    begun = DayBadge.objects.filter(site=viewer.site).exclude(worker=None).values_list("worker", flat=True)
    gone = WorkerRevised(is_active=False)
    over = queries.shifts_over(viewer.site, [one for one in begun if one], now)
    if over:
        tell(*(Saying(gone, site=viewer.site, subject=one, worker=viewer.worker) for one in over))


@dataclass(frozen=True)
class Sheet:
    """Badges that were printed together. `unused`: numbers that could still begin a shift."""

    id: str
    printed_at: datetime
    hours: int
    unused: list[int]


def sheets(site: str) -> list[Sheet]:
    """The sheets of which something is still unused, the last printed first."""
    found: dict[str, Sheet] = {}
    for one in _unused(site).order_by("-printed_at", "number"):
        found.setdefault(one.sheet, Sheet(one.sheet, one.printed_at, one.hours, [])).unused.append(one.number)
    return list(found.values())


def cancel(site: str, sheet: str) -> int:
    """The unused badges of a sheet begin no shift any more; those that began go on. Gives how many they were."""
    return _unused(site).filter(sheet=sheet).update(is_cancelled=True)


def _unused(site: str) -> QuerySet[DayBadge]:
    return DayBadge.objects.filter(site=site, worker=None, is_cancelled=False)


def bearer(site: str, secret: str) -> str | None:
    """The volunteer whom this badge made; None: it has made nobody yet. Raises why it makes nobody any more."""
    badge = DayBadge.objects.filter(site=site, secret_hash=hash_of(secret), is_cancelled=False).first()
    if badge is None:
        raise AkeyiError(DAY_BADGE_UNKNOWN)
    if badge.worker and queries.worker_of(site, badge.worker) is None:
        raise AkeyiError(SHIFT_OVER)
    return badge.worker


def begin_shift(site: str, secret: str, first_name: str, language: str, pin: str) -> str:
    """Makes a volunteer of whoever holds this badge; gives the worker. One badge makes one volunteer, once."""
    is_used = bearer(site, secret) is not None
    badge = DayBadge.objects.get(secret_hash=hash_of(secret))
    if is_used:
        raise AkeyiError(DAY_BADGE_USED, number=badge.number)
    if not accounts.is_hard_to_guess(pin):
        raise AkeyiError(PIN_TOO_SIMPLE)
    now, worker = datetime.now(UTC), new_id()
    said = WorkerRevised(
        short_name=_name(badge.number, first_name, language),
        works_at=site,
        roles=[],
        languages=[language] if language in VOLUNTEER else [],
        is_active=True,
    )
    role = RoleGranted(
        worker=worker,
        role="volunteer",
        since_at=now - CLOCKS_APART,
        until_at=now + timedelta(hours=badge.hours),
    )
    # Outside the lock of the journal, since it takes a while; where two tablets race, one PIN is nobody's.
    pins.set_pin(worker, pin)
    with transaction.atomic():
        # One statement decides, so a badge held before two tablets makes one.
        if not _unused(site).filter(pk=badge.pk).update(worker=worker):
            raise AkeyiError(DAY_BADGE_USED, number=badge.number)
        tell(
            Saying(said, site=site, subject=worker, worker=badge.printed_by),
            Saying(role, site=site, subject=new_id(), worker=badge.printed_by),
        )
        keep_badge(worker, secret)
    return worker


def _name(number: int, first_name: str, language: str) -> str:
    volunteer = f"{VOLUNTEER.get(language, VOLUNTEER['en'])} {number}"
    first = " ".join(first_name.split())[:FIRST_NAME_MOST].strip()
    return f"{volunteer} · {first}" if first else volunteer


def at_work(site: str) -> list[dict[str, Any]]:
    """The volunteers whom day badges made and whose shift goes on, by number."""
    # Whoever was given a role of their own since is not here for a shift.
    found = (one for one in queries.workers(site) if one["day_badge"] and one["until"])
    return sorted(found, key=lambda one: one["day_badge"])
