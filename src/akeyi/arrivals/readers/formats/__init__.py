"""The formats a list can come in, one file each; a new file here is found by itself.

A format says `NAME`, `PLACE` (who looks first; the vaguest last), `sniff(data, name)`, which tells by the content
alone, and `read(data)`, which gives sheets of cells, or a `Listed` where the format itself says what means what.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def formats() -> tuple[ModuleType, ...]:
    found = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return tuple(sorted(found, key=lambda module: module.PLACE))


def format_of(data: bytes, name: str) -> ModuleType | None:
    """The format of the file, told by its content; None where no format knows it."""
    return next((module for module in formats() if module.sniff(data, name)), None)
