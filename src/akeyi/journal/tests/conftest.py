"""What the journal's tests ask for by name."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

import pytest

from akeyi.journal.registry import KINDS
from akeyi.testing.facts import Device

Step = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture
def tablet() -> Device:
    return Device(1)


@pytest.fixture
def other_tablet() -> Device:
    return Device(2)


@contextmanager
def second_version(name: str, step: Step) -> Iterator[None]:
    """A kind as if today's body were its version 2, and `step` made it from version 1."""
    kind = KINDS[name]
    newer = replace(kind, version=kind.version + 1)
    KINDS[name] = kind.body.declared = newer
    kind.body.upcasts[kind.version] = step
    try:
        yield
    finally:
        KINDS[name] = kind.body.declared = kind
        del kind.body.upcasts[kind.version]


@contextmanager
def unheard_of(name: str) -> Iterator[None]:
    """A kind as an older server knows it: not at all."""
    kind = KINDS.pop(name)
    try:
        yield
    finally:
        KINDS[name] = kind


@pytest.fixture
def from_version_1() -> Callable[[str, Step], AbstractContextManager[None]]:
    return second_version


@pytest.fixture
def before_upgrade() -> Callable[[str], AbstractContextManager[None]]:
    return unheard_of
