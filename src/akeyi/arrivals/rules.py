"""Decisions about arrivals, as pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLOSED = frozenset({"closed", "cancelled"})

# What may follow what: an arrival moves on, or leaves the plan; nothing opens a closed one but a new arrival.
NEXT: dict[str, tuple[str, ...]] = {
    "announced": ("confirmed", "under_way", "landed", "cancelled", "diverted", "landed_elsewhere"),
    "confirmed": ("under_way", "landed", "cancelled", "diverted", "landed_elsewhere"),
    "under_way": ("landed", "diverted", "landed_elsewhere", "cancelled"),
    "diverted": ("under_way", "landed", "landed_elsewhere", "cancelled"),
    "landed": ("met", "closed"),
    "met": ("closed",),
    "landed_elsewhere": ("closed",),
    "cancelled": ("announced",),
    "closed": (),
}


def inside(counted: int, known: int, left: int, left_unseen: int) -> int:
    """People still inside: the larger of those counted and those known, less those who left or left unseen."""
    return max(0, max(counted, known) - left - left_unseen)


@dataclass(frozen=True)
class Agreement:
    """Two counters at one door: what each counted, and how far they agree (0 to 1)."""

    count: int
    check: int

    @property
    def share(self) -> float | None:
        if not self.check or not self.count:
            return None
        return min(self.count, self.check) / max(self.count, self.check)


def sums(tallies: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """(counting, group, count) -> {counting: {group: sum}}."""
    added: dict[str, dict[str, int]] = {"count": {}, "check": {}}
    for counting, group, count in tallies:
        added[counting][group] = added[counting].get(group, 0) + count
    return added


def total(groups: Mapping[str, int]) -> int:
    """All groups together."""
    return sum(groups.values())
