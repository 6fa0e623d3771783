"""Who looks: what a worker at the office may read and do, by their roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from . import walls as table


@dataclass(frozen=True)
class Viewer:
    """One worker looking at one site."""

    worker: str
    site: str
    roles: tuple[str, ...] = ()
    walls: frozenset[str] = field(default_factory=frozenset)
    # Walls of their roles for which no second holder has vouched yet.
    waits: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, worker: str, site: str, roles: list[str], opened: Iterable[str]) -> "Viewer":
        """`roles` are those in force (walls.in_force), `opened` the walls that their account opens.

        The office is all lists: who may look for nobody reads none.
        """
        asked = table.reads(role for role in roles if table.ROLES[role].finds)
        return cls(worker, site, tuple(roles), asked & frozenset(opened), asked - frozenset(opened))

    def reads(self, wall: str) -> bool:
        """Whether this worker may read behind a wall."""
        return wall in self.walls

    @property
    def duties(self) -> frozenset[str]:
        return frozenset().union(*(table.ROLES[role].duties for role in self.roles))

    def has_duty(self, duty: str) -> bool:
        """Whether one of the worker's roles has this duty: as access/walls.py names them."""
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

    @property
    def may_vouch(self) -> bool:
        """Whether one of the worker's roles says of a colleague that it is them."""
        return self.is_manager or bool(table.vouched_by_holders(self.roles))


class MayNotRead(Exception):
    """A page asked for what the viewer may not read."""


def need_duty(viewer: Viewer, *duties: str) -> None:
    """Raises MayNotRead unless the viewer has one of these duties."""
    if not any(viewer.has_duty(duty) for duty in duties):
        raise MayNotRead(*duties)


def need(viewer: Viewer, wall: str) -> None:
    """Raises MayNotRead unless the viewer reads behind the wall."""
    if not viewer.reads(wall):
        raise MayNotRead(wall)
