"""What tablets send, as far as it may stand: what a withdrawn tablet or the wrong role told is held back."""

from datetime import datetime
from functools import cache

from akeyi.journal.declare import NotUnderstood
from akeyi.journal.envelope import WireFact
from akeyi.journal.facts.void import Voided
from akeyi.journal.models import Envelope
from akeyi.journal.record import Answer, Broken, record
from akeyi.journal.registry import KINDS

from . import devices, walls
from .devices import Known
from .working_roles import Roles, working_roles


def record_from(device: Known, told: list[WireFact], broken: list[Broken]) -> list[Answer]:
    """Takes in what a tablet sent; what it may not say is kept and waits for a manager's word."""
    refused = {fact.id for fact in told} if device.is_withdrawn else _beyond_roles(told)
    answers = []
    if allowed := [fact for fact in told if fact.id not in refused]:
        answers += record(allowed, broken=broken, came_from=device.device)
        broken = []
    if refused or broken:
        held = [fact for fact in told if fact.id in refused]
        answers += record(held, broken=broken, came_from=device.device, refuse=devices.hold_back)
    return answers


def _beyond_roles(told: list[WireFact]) -> set[str]:
    """Ids of facts that no role of their worker may say: of those they had when they said it."""
    known = working_roles({fact.worker for fact in told if fact.worker})
    spoken_of = _kinds_taken_back(told)

    # A batch says the same few kinds again and again.
    @cache
    def may_tell(kind: str, wall: str, roles: tuple[str, ...] | None) -> bool:
        return walls.may_tell(KINDS.get(kind), wall, roles)

    return {
        fact.id
        for fact in told
        if not may_tell(spoken_of.get(fact.id, fact.kind), fact.wall, _roles(known.get(fact.worker or ""), fact.at))
    }


def _roles(of: Roles | None, at: str) -> tuple[str, ...] | None:
    if of is None:
        return None
    return tuple(of.at(datetime.fromisoformat(at)) if of.granted else of.own)


def _kinds_taken_back(told: list[WireFact]) -> dict[str, str]:
    """Of each void the kind it takes back, where that is known: only who may say a thing may take it back."""
    targets = {fact.id: _target(fact) for fact in told if fact.kind == "journal.void"}
    if not targets:
        return {}
    kinds = dict(Envelope.objects.filter(id__in=set(filter(None, targets.values()))).values_list("id", "kind"))
    kinds |= {fact.id: fact.kind for fact in told}
    return {void: kinds[target] for void, target in targets.items() if target in kinds}


def _target(void: WireFact) -> str | None:
    try:
        return Voided.understand(void.version, void.body or "").target
    except NotUnderstood:
        return None
