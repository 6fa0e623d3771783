"""What one shift tells the next: every room says its own lines, and this collects them.

A room that has something to hand over has a module `handover.py` with

- `SAYS`: {name of a section: its heading}, in the order in which the sections stand on the page,
- `lines(viewer)`: dicts with `name` (a section), `count`, and where they help `about` (an arrival, a tablet: never a
  person), `at` (a moment as ISO text) and `link` (the page that lists it).

Nothing is registered by hand; a section without lines says so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils.module_loading import module_has_submodule

from akeyi.access.viewer import Viewer

Line = dict[str, Any]
# What a line keeps in the fact; a link is of this server only.
KEPT = ("name", "about", "count", "at")
LINES_AT_MOST = 100


@dataclass
class Section:
    """One heading with its lines."""

    name: str
    says: Any
    lines: list[Line] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(line.get("count", 0) for line in self.lines)


@cache
def rooms() -> list[tuple[dict[str, Any], Callable[[Viewer], Iterable[Line]]]]:
    """The rooms that have something to hand over, in the order in which they stand."""
    modules = [
        import_module(f"{room}.handover")
        for room in settings.ROOMS
        if module_has_submodule(import_module(room), "handover")
    ]
    return [(module.SAYS, module.lines) for module in sorted(modules, key=lambda module: module.ORDER)]


def sections(viewer: Viewer) -> list[Section]:
    """Every section with what is open now."""
    return in_sections([line for _, lines in rooms() for line in lines(viewer)])


def in_sections(lines: Iterable[Line]) -> list[Section]:
    """Lines, of now or of a handover that was told, under their headings."""
    found = {name: Section(name, heading) for says, _ in rooms() for name, heading in says.items()}
    for line in lines:
        name = str(line.get("name", ""))
        shown = dict(line)
        if isinstance(shown.get("at"), str):
            shown["at"] = datetime.fromisoformat(shown["at"])
        found.setdefault(name, Section(name, name)).lines.append(shown)
    return list(found.values())


def as_told(sections: Iterable[Section]) -> list[Line]:
    """The lines as the fact keeps them; more than it can hold are summed up, section by section."""
    told: list[Line] = []
    for section in sections:
        kept = section.lines[: LINES_AT_MOST // 5]
        rest = section.lines[len(kept) :]
        told += [_kept(line) for line in kept]
        if rest:
            told.append({"name": section.name, "about": "…", "count": sum(line.get("count", 0) for line in rest)})
    return told


def _kept(line: Line) -> Line:
    plain = {name: line[name] for name in KEPT if line.get(name) is not None}
    if isinstance(plain.get("at"), datetime):
        plain["at"] = plain["at"].isoformat()
    return plain
