"""The roles of workers over time: those they have, and those that somebody granted them for a shift."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from akeyi.journal.sql import Sql, text_ids

from . import walls
from .models import Grant


@dataclass(frozen=True, slots=True)
class Roles:
    """One worker's. `granted`: (role, from when, until when)."""

    own: list[str]
    is_of_state: bool
    granted: tuple[tuple[str, datetime, datetime], ...] = ()

    def at(self, moment: datetime) -> list[str]:
        """The roles in force at a moment."""
        if not self.granted:
            return self.own
        more = [role for role, since, until in self.granted if since <= moment < until]
        return list(dict.fromkeys([*self.own, *walls.in_force(more, self.is_of_state)]))

    def opened(self, vouched: Iterable[str]) -> frozenset[str]:
        """The walls that these roles themselves open: beyond what is open to all, those that a second holder
        vouched for.
        """
        return walls.reads(self.own) & (walls.OPEN_TO_ALL | frozenset(vouched))

    def opened_at(self, moment: datetime, vouched: Iterable[str]) -> frozenset[str]:
        """The same, and what is lent at a moment: a holder lent it, so it is open."""
        return self.opened(vouched) | walls.reads(set(self.at(moment)) - set(self.own))

    @property
    def until_at(self) -> datetime | None:
        """When the last shift ends of somebody who works here for shifts alone; None: not for shifts alone."""
        return None if self.own or not self.granted else max(until for _role, _since, until in self.granted)

    def is_over(self, moment: datetime) -> bool:
        """Whether this worker was here for shifts alone, and the last has ended."""
        return self.until_at is not None and self.until_at <= moment


def working_roles(workers: Iterable[str]) -> dict[str, Roles]:
    """Those of each worker this server knows, also of those who have left. Asked with every batch."""
    rows = Sql().where_id_in(
        "SELECT worker.subject, worker.roles, of.kind, "
        "EXISTS(SELECT 1 FROM access_grant given WHERE given.worker = worker.subject) FROM access_worker worker "
        "LEFT JOIN access_organisation of ON of.subject = worker.organisation WHERE worker.subject IN ({ids})",
        set(workers),
    )
    ids = text_ids(rows)
    granted = _granted([id for id, row in zip(ids, rows, strict=True) if row[3]])
    found = {}
    for id, (_, told, kind, _) in zip(ids, rows, strict=True):
        roles = json.loads(told or "[]") if isinstance(told, str | None) else told
        found[id] = Roles(walls.in_force(roles, kind == "state"), kind == "state", tuple(granted.get(id, ())))
    return found


def _granted(workers: list[str]) -> dict[str, list[tuple[str, datetime, datetime]]]:
    found: dict[str, list[tuple[str, datetime, datetime]]] = {}
    for one in Grant.objects.filter(worker__in=workers) if workers else ():
        if one.worker and one.role and one.since_at and one.until_at:
            found.setdefault(one.worker, []).append((one.role, one.since_at, one.until_at))
    return found
