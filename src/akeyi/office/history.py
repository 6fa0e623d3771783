"""The history of one person: who said what when, and what was taken back; only what the viewer may read."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.assistance import queries as assistance
from akeyi.children import queries as children
from akeyi.journal import serve
from akeyi.journal.envelope import WireFact
from akeyi.people import queries as people
from akeyi.people import wording

from .history_words import BESIDE, DETAILS, KINDS, NOT_SHOWN, VALUES, a_newer_kind
from .wording import word


@dataclass
class Told:
    """One thing that was said."""

    fact: str
    kind: str
    what: Any
    at: datetime
    worker: str
    tablet: str
    details: list[tuple[Any, str]] = field(default_factory=list)
    is_erased: bool = False
    taken_back_at: datetime | None = None
    taken_back_by: str = ""


def history(viewer: Viewer, receptions: Iterable[str]) -> list[Told]:
    """What was said about a person, by all ids of their cards, the latest first."""
    facts = [
        fact
        for one in receptions
        for fact in serve.history(one)
        if viewer.reads(fact.wall) and (fact.kind != "children.carer" or children.may_name_carers(viewer, one))
    ]
    # Only a void from behind the same wall strikes.
    voids = {
        (body_of(fact).get("target"), fact.wall): fact
        for fact in sorted(facts, key=lambda fact: fact.clock, reverse=True)
        if fact.kind == "journal.void"
    }
    shown = _Shown(viewer)
    told = []
    for fact in sorted(facts, key=lambda fact: (fact.clock, fact.id), reverse=True):
        if fact.kind == "journal.void":
            continue
        one = Told(
            fact.id,
            fact.kind,
            KINDS.get(fact.kind) or BESIDE.get(fact.kind, a_newer_kind),
            datetime.fromisoformat(fact.at),
            shown.worker(fact.worker),
            shown.tablets.get(fact.device, ""),
            shown.details(fact),
            is_erased=fact.body is None,
        )
        void = voids.get((fact.id, fact.wall))
        if void:
            one.taken_back_at = datetime.fromisoformat(void.at)
            one.taken_back_by = shown.worker(void.worker)
        told.append(one)
    return told


class _Shown:
    """Names for ids, asked for once."""

    def __init__(self, viewer: Viewer) -> None:
        self.tablets = {one["id"]: one["label"] for one in access.devices(viewer.site)}
        self.arrivals = {one.subject: one.label or "" for one in arrivals.arrivals(viewer.site)}
        self.cards = people.cards(viewer)
        self.items = {one.subject: one.names or {} for one in assistance.items(viewer.site)}
        self._workers: dict[str | None, str] = {}

    def worker(self, worker: str | None) -> str:
        if worker not in self._workers:
            self._workers[worker] = access.name_of(worker)
        return self._workers[worker]

    def details(self, fact: WireFact) -> list[tuple[Any, str]]:
        return [
            (self._name(name), self._value(name, value))
            for name, value in body_of(fact).items()
            if name not in NOT_SHOWN
        ]

    def _name(self, name: str) -> Any:
        return wording.FIELDS.get(name) or DETAILS.get(name) or word(name)

    def _value(self, name: str, value: Any) -> str:
        if name == "item":
            return item_name(self.items.get(value, {}))
        if name in ("old_card", "new_card"):
            return wording.value("card", value, self.cards, self.arrivals)
        if name in ("carer", "other"):
            return wording.value("family", value, self.cards, self.arrivals)
        if isinstance(value, dict):
            return ", ".join(f"{word(group)} {n}" for group, n in value.items())
        if name in VALUES:
            return str(VALUES[name].get(str(value)) or word(str(value)))
        return wording.value(name, value, self.cards, self.arrivals)


def item_name(names: dict[str, str]) -> str:
    """An item's name in the language of this answer, else in another."""
    from .languages import language

    return names.get(language()) or names.get("ht") or next(iter(names.values()), "–")


def body_of(fact: WireFact) -> dict[str, Any]:
    """What a fact says; empty where it was erased or is nothing that can be read."""
    try:
        told = json.loads(fact.body) if fact.body else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
