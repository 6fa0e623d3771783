"""What keeps a worker here: somebody who has to be handed over before they stop working. Other rooms say so."""

from collections.abc import Callable

# The office says it, since it may ask every room: access may ask none (it stands above).
_asks: list[Callable[[str, str], int]] = []


def say_what_keeps(ask: Callable[[str, str], int]) -> None:
    """Registers who knows how many people are handed to a worker of a site."""
    _asks[:] = [ask]


def keeps(site: str, worker: str) -> int:
    """How many people a worker would leave behind."""
    return sum(ask(site, worker) for ask in _asks)
