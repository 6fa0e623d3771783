"""What withdrawn tablets told: held back by the hub until a manager takes it in or keeps it refused."""

from dataclasses import dataclass, field
from datetime import datetime

from akeyi.journal.decide import decide
from akeyi.journal.models import Decision, Envelope, Verdict
from akeyi.journal.registry import KINDS

from .devices import take_in
from .models import Device

# A decision names facts in its body, and a body has at most 16 kB.
AT_ONCE = 200


@dataclass
class HeldBack:
    """Facts of one withdrawn tablet: how many of which kind, from when to when."""

    device: str
    label: str
    facts: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None


def held_back(site: str) -> list[HeldBack]:
    """Per withdrawn tablet what nobody has decided about, by label."""
    latest: dict[str, tuple[str, str, str]] = {}
    refused = Verdict.objects.filter(verdict="refused").values("fact")
    for fact, clock, decision, verdict in Verdict.objects.filter(fact__in=refused).values_list(
        "fact", "clock", "decision", "verdict"
    ):
        latest[fact] = max(latest.get(fact, ("", "", "")), (clock, decision, verdict))
    by_hub = set(Decision.objects.filter(verdict="refused", worker=None).values_list("id", flat=True))
    waiting = {fact for fact, (_, decision, verdict) in latest.items() if verdict == "refused" and decision in by_hub}
    labels = dict(Device.objects.values_list("subject", "label"))
    found: dict[str, HeldBack] = {}
    for one in Envelope.objects.filter(site=site, id__in=refused).order_by("device", "n"):
        if one.id not in waiting:
            continue
        of = found.setdefault(one.device, HeldBack(one.device, labels.get(one.device) or ""))
        of.facts.append(one.id)
        of.kinds[one.kind] = of.kinds.get(one.kind, 0) + 1
        at = datetime.fromisoformat(one.at)
        of.first_at = min(of.first_at or at, at)
        of.last_at = max(of.last_at or at, at)
    return sorted(found.values(), key=lambda one: one.label)


def settle(site: str, device: str, is_taken_in: bool, worker: str) -> int:
    """A manager's word on everything a tablet has waiting; gives how many facts it was."""
    facts = [fact for one in held_back(site) if one.device == device for fact in one.facts]
    if is_taken_in:
        never = _no_tablet_says(facts)
        _decide(list(never), False, worker)
        facts = [fact for fact in facts if fact not in never]
    _decide(facts, is_taken_in, worker)
    return len(facts)


def _decide(facts: list[str], is_taken_in: bool, worker: str) -> None:
    for start in range(0, len(facts), AT_ONCE):
        some = facts[start : start + AT_ONCE]
        if is_taken_in:
            take_in(some, worker)
        else:
            decide(some, "refused", worker)


def _no_tablet_says(facts: list[str]) -> set[str]:
    """Who may read what is said at the office: of a tablet it stays refused, whatever a manager wishes."""
    kinds = [name for name, kind in KINDS.items() if kind.told_by == frozenset()]
    return set(Envelope.objects.filter(id__in=facts, kind__in=kinds).values_list("id", flat=True))
