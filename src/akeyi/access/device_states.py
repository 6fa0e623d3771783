"""Devices as a manager asks about their tablets: when heard, what is unsent, what is missing, what was told twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from akeyi.journal import serve

from . import queries

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
