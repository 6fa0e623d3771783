"""What a tablet knows while nobody has signed in on it: rooms say what they need there."""

from collections.abc import Callable
from typing import Any

_said: dict[str, Callable[[str], Any]] = {}


def say_to_locked_tablets(name: str, ask: Callable[[str], Any]) -> None:
    """Registers what a tablet is told of its site under `name`. Whoever holds the tablet may see it."""
    _said[name] = ask


def settings_of(site: str) -> dict[str, Any]:
    """What every room says of a site."""
    return {name: ask(site) for name, ask in _said.items()}
