"""Who looks: what a worker at the office may read and do, by their roles."""

from dataclasses import dataclass, field

from akeyi.journal.declare import WALLS

# What each role opens at the office. Names of people are read by those who read `reception`.
ROLES: dict[str, frozenset[str]] = {
    "manager": frozenset({"reception", "assistance", "office"}),
    "clerk": frozenset({"reception", "assistance"}),
    "child_protection": frozenset({"reception", "assistance", "child"}),
    "statistics": frozenset({"figures"}),
}


@dataclass(frozen=True)
class Viewer:
    """One worker looking at one site."""

    worker: str
    site: str
    roles: tuple[str, ...] = ()
    walls: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, worker: str, site: str, roles: list[str]) -> "Viewer":
        walls = frozenset().union(*(ROLES.get(role, frozenset()) for role in roles)) if roles else frozenset()
        return cls(worker, site, tuple(roles), walls)

    def reads(self, wall: str) -> bool:
        """Whether this worker may read behind a wall."""
        return wall in self.walls

    @property
    def sees_names(self) -> bool:
        return self.reads("reception")

    @property
    def is_manager(self) -> bool:
        return "manager" in self.roles


class MayNotRead(Exception):
    """A page asked for what the viewer may not read."""


def need(viewer: Viewer, wall: str) -> None:
    """Raises MayNotRead unless the viewer reads behind the wall."""
    if not viewer.reads(wall):
        raise MayNotRead(wall)


assert all(wall in (*WALLS, "figures") for walls in ROLES.values() for wall in walls)
