"""Lists do not stay: lines that found no person go 7 days after closing, files at closing."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from akeyi.journal.facts.erase import Erased
from akeyi.journal.tell import Saying, tell

from . import files, queries, rules
from .models import Arrival, Line

KEEP_LINES_FOR = timedelta(days=7)
AT_ONCE = 500


def closed_at(said: Sequence[tuple[datetime, str]]) -> datetime | None:
    """When an arrival was closed or cancelled for the last time; None while it is open."""
    closed = None
    for at, status in said:
        closed = (closed or at) if status in rules.CLOSED else None
    return closed


def is_due(closed: datetime | None, now: datetime) -> bool:
    """Whether the lines of an arrival closed then are to go by now."""
    return closed is not None and now - closed >= KEEP_LINES_FOR


def to_erase(lines: Iterable[str], found: set[str], moved: dict[str, str]) -> list[str]:
    """Lines that found nobody. `moved`: where a line of an earlier list stands on the latest one."""
    kept = found | {moved[line] for line in found if line in moved}
    return sorted(line for line in lines if line not in kept)


def erase_lines(now: datetime) -> int:
    """Erases the lines that are due, everywhere they were told; says how many."""
    erased = 0
    for arrival, site in Arrival.objects.filter(status__in=rules.CLOSED).values_list("subject", "site"):
        lines = list(Line.objects.filter(arrival=arrival).values_list("id", flat=True))
        if not lines or not is_due(closed_at(queries.statuses(arrival)), now):
            continue
        listed = queries.the_list(arrival)
        found = queries.lines_found(site)
        due = to_erase(lines, found, listed.moved if listed else {})
        for start in range(0, len(due), AT_ONCE):
            reason = Erased(reason="no person found within 7 days of closing")
            tell(
                *(
                    Saying(reason, site=site, subject=line, arrivals=[arrival], wall="reception")
                    for line in due[start : start + AT_ONCE]
                )
            )
        erased += len(due)
    return erased


def delete_files(now: datetime) -> int:
    """Deletes files of arrivals that are closed, and those nobody kept as a list; says how many."""
    deleted = 0
    for arrival in files.arrivals_with_files():
        status = Arrival.objects.filter(subject=arrival).values_list("status", flat=True).first()
        # One of no arrival was given to announce one from it, and waits a day as every undecided file does.
        is_over = status in rules.CLOSED
        deleted += files.forget(arrival) if is_over else files.forget_undecided(arrival, now)
    return deleted
