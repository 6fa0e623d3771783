"""Who looks: what a worker at the office may read and do, by their roles."""

from dataclasses import dataclass, field

from . import walls as table


@dataclass(frozen=True)
class Viewer:
    """One worker looking at one site."""

    worker: str
    site: str
    roles: tuple[str, ...] = ()
    walls: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, worker: str, site: str, roles: list[str]) -> "Viewer":
        """`roles` are those in force (walls.in_force). The office is all lists: who may look for nobody reads none."""
        return cls(worker, site, tuple(roles), table.reads(role for role in roles if table.ROLES[role].finds))

    def reads(self, wall: str) -> bool:
        """Whether this worker may read behind a wall."""
        return wall in self.walls

    @property
    def duties(self) -> frozenset[str]:
        return frozenset().union(*(table.ROLES[role].duties for role in self.roles))

    def has_duty(self, duty: str) -> bool:
        """Whether one of the worker's roles has this duty: `site`, `access`, `audit`, `forms`, `sender`."""
        return duty in self.duties

    @property
    def sees_names(self) -> bool:
        return self.reads("reception")

    @property
    def sees_figures(self) -> bool:
        return self.reads(table.FIGURES)

    @property
    def is_manager(self) -> bool:
        return self.has_duty("site")

    @property
    def may_grant(self) -> bool:
        """Whether one of the worker's roles gives colleagues a role for a shift."""
        return any(table.may_grant(self.roles, role) for role in table.ROLES)


class MayNotRead(Exception):
    """A page asked for what the viewer may not read."""


def need(viewer: Viewer, wall: str) -> None:
    """Raises MayNotRead unless the viewer reads behind the wall."""
    if not viewer.reads(wall):
        raise MayNotRead(wall)
