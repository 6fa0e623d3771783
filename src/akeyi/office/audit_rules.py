"""What stands out among looks, for whoever watches over them: who looked when, and what was done, as pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

# Whoever searched and opens nobody for so long has found nobody, or has found out what they wished to know.
SEARCH_LEADS_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Look:
    """One look: `subject` is whom it was at, and the entry itself where it was at nobody (a search, a list)."""

    entry: str
    worker: str
    at: datetime
    subject: str


@dataclass(frozen=True)
class Done:
    """Something that was said about somebody: a service given, a word noted, a correction."""

    worker: str | None
    at: datetime
    subject: str


def searches_that_led_nowhere(searches: Iterable[Look], opened: Iterable[Look], now: datetime) -> list[Look]:
    """Searches after which the same worker opened nobody; the latest ones are not over yet."""
    times = defaultdict(list)
    for look in opened:
        times[look.worker].append(look.at)
    return [
        one
        for one in searches
        if now - one.at > SEARCH_LEADS_WITHIN
        and not any(one.at <= at <= one.at + SEARCH_LEADS_WITHIN for at in times[one.worker])
    ]


def looks_without_service(opened: Iterable[Look], done: Iterable[Done]) -> list[Look]:
    """Looks at a person for whom nobody did anything later that day, and the looker nothing at all.

    Whoever corrects a record opens it again to see what they did: so what the looker did counts at any hour.
    """
    by_subject: dict[str, list[Done]] = defaultdict(list)
    for one in done:
        by_subject[one.subject].append(one)
    return [
        look
        for look in opened
        if not any(one.at >= look.at or one.worker == look.worker for one in by_subject[look.subject])
    ]


def looks_at_colleagues(
    opened: Iterable[Look], names: Mapping[str, tuple[frozenset[str], frozenset[str]]], workers: Mapping[str, list[str]]
) -> list[Look]:
    """Looks at a record that bears the name of a colleague.

    `names`: reception -> (all words of the name, the given names). `workers`: worker -> the words of their short name.
    Missing names are no likeness.
    """
    return [
        look
        for look in opened
        if look.subject in names
        and any(
            worker != look.worker and _bears(words, *names[look.subject]) for worker, words in workers.items() if words
        )
    ]


def _bears(words: list[str], all_names: frozenset[str], given: frozenset[str]) -> bool:
    """A short name of one word is somebody's only where it is all of the given name: half a hall is called Marie
    something."""
    return frozenset(words) == given if len(words) == 1 else frozenset(words) <= all_names
