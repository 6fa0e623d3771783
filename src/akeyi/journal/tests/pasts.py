"""Two kinds as if they had a past: what version 1 would have called some of their fields, for tests of upcasting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .conftest import second_version

# Kind: {name in version 1: name today}. An entry and a revision.
RENAMED = {"people.card_replaced": {"lost_card": "old_card"}, "access.site": {"title": "name"}}


def renamed(body: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """A body with some fields under another name, also where it says what it saw."""
    told = {names.get(name, name): value for name, value in body.items()}
    if "saw" in told:
        told["saw"] = {names.get(name, name): seen for name, seen in told["saw"].items()}
    return told


def _downcast(names: dict[str, str]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda body: renamed(body, {today: old for old, today in names.items()})


# How a body of version 1 was told, from today's.
OLD = {kind: {1: _downcast(names)} for kind, names in RENAMED.items()}


@contextmanager
def with_a_past() -> Iterator[None]:
    """Today's bodies of these kinds are version 2."""
    card, site = RENAMED
    with (
        second_version(card, lambda body: renamed(body, RENAMED[card])),
        second_version(site, lambda body: renamed(body, RENAMED[site])),
    ):
        yield
