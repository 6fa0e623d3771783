"""Decisions about arrivals, as pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

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

# A step taken by mistake can be taken back this long; later the hall has acted on it.
TAKE_BACK_WITHIN = timedelta(minutes=10)


# People inside carry over to the next shift of a flow on foot: tablets keep those shifts this long.
CARRIED_FOR = timedelta(hours=48)


def with_shifts_before(
    open_ones: Iterable[str], follows: Mapping[str, str | None], began: Mapping[str, datetime], now: datetime
) -> set[str]:
    """Arrivals that tablets serve: the open ones, and the earlier shifts that they follow, as far as 48 hours back."""
    served: set[str] = set()
    for one in open_ones:
        before: str | None = one
        while before is not None and before not in served:
            served.add(before)
            before = follows.get(before)
            if before is None or before not in began or now - began[before] > CARRIED_FOR:
                break
    return served


def may_go_back_to(said: Sequence[tuple[datetime, str]], now: datetime) -> str | None:
    """The status before the last one, while the last is so new that it may have been a mistake."""
    if len(said) < 2 or now - said[-1][0] > TAKE_BACK_WITHIN or said[-1][1] == said[-2][1]:
        return None
    return said[-2][1]


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


def day_of(landed_at: datetime | None, eta_at: datetime | None, first_at: datetime) -> date:
    """The day an arrival belongs to: landed, else awaited, else first heard of. Moments in the site's time."""
    return (landed_at or eta_at or first_at).date()


def is_on_board(status: str | None, day: date, newest_day: date, inside: int) -> bool:
    """Open arrivals, those of the newest day even if closed, and any where somebody is still inside."""
    return status not in CLOSED or day >= newest_day or inside > 0


def waiting_outside(counts: Iterable[tuple[str, str, str | None, int]]) -> dict[str | None, int]:
    """How many wait outside, by lane; of (clock, id, lane, people) the latest of each lane.

    None is the site as one queue: whoever counted that last counted all lanes, and a lane's later count ends it.
    """
    newest: dict[str | None, tuple[str, str, int]] = {}
    for clock, id, lane, people in counts:
        if lane not in newest or (clock, id) > newest[lane][:2]:
            newest[lane] = (clock, id, people)
    whole = newest.pop(None, None)
    if whole and all(whole[:2] > one[:2] for one in newest.values()):
        return {None: whole[2]}
    return {lane: people for lane, (_, _, people) in newest.items()}
