"""Devices as a manager asks about their tablets: when heard, what is unsent, what is missing, what was told twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from akeyi.journal import serve

from . import queries
from .models import ShutOut

# A tablet that has not been heard for so long is said to be silent.
SILENT_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class DeviceState:
    """One tablet. `told` is the last n heard; `missing` are runs of n that never came, `twice` those of copies."""

    id: str
    label: str
    heard_at: datetime | None
    unsent: int
    told: int
    withdrawn_at: datetime | None
    missing: list[tuple[int, int]]
    twice: list[int]

    @property
    def in_service(self) -> bool:
        return self.withdrawn_at is None

    @property
    def missing_words(self) -> str:
        """`413, 420–424`."""
        return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in self.missing)

    @property
    def twice_words(self) -> str:
        return ", ".join(str(n) for n in self.twice)

    def is_silent(self, now: datetime) -> bool:
        """In service, and not heard for a quarter of an hour, or never."""
        return self.in_service and (self.heard_at is None or now - self.heard_at > SILENT_AFTER)


def device_states(site: str) -> list[DeviceState]:
    """The tablets of a site, those in service first, by label."""
    found = []
    for one in queries.devices(site):
        missing, twice = serve.holes(one["id"])
        found.append(
            DeviceState(
                id=one["id"],
                label=one["label"],
                heard_at=one["heard_at"],
                unsent=one["unsent"],
                told=serve.last_n(one["id"]),
                withdrawn_at=one["withdrawn_at"],
                missing=missing,
                twice=twice,
            )
        )
    return sorted(found, key=lambda one: (not one.in_service, _by_number(one.label)))


def _by_number(label: str) -> tuple[str, int, str]:
    """Tablet 2 stands before Tablet 10."""
    words = label.rstrip("0123456789")
    digits = label[len(words) :]
    return words, int(digits or 0), label


# A try to guess a PIN is asked about for so long.
SHUT_OUT_SHOWN = timedelta(days=7)


def shut_out_lately(site: str, now: datetime) -> list[tuple[str, str, datetime]]:
    """Whose keys wrong PINs destroyed on which tablet, and when, the last first: (label, short name, at)."""
    labels = {one["id"]: one["label"] for one in queries.devices(site)}
    found = ShutOut.objects.filter(device__in=list(labels), at__gt=now - SHUT_OUT_SHOWN).order_by("-at")
    return [(labels[one.device], queries.name_of(one.subject), one.at) for one in found]
