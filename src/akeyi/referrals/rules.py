"""Decisions about referrals, as pure functions; the desk decides alike (contracts/vectors/rules.json)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

Wall = Literal["health", "child", "protection"]
WALLS: tuple[Wall, ...] = ("health", "child", "protection")

# Hours within which a service is to have helped.
PRIORITY_H = {"emergency": 24, "urgent": 72, "normal": 14 * 24}

# What nobody is told of without the person's own wish, which stands behind `protection`.
WISHED = {"legal_aid": "legal_help", "asylum": "legal_help", "consulate": "consulate"}
AGREED = {"health": "medical_referral", "child": "child_referral", "protection": "service_referral"}
# For what a health worker sends people on, and a child-protection worker; a protection worker for everything.
FOR_HEALTH = ("medical", "mental_health")
FOR_CHILDREN = ("child_care", "medical", "mental_health", "tracing", "shelter", "documents", "other")


def purpose_of(wall: str, need: str) -> str | None:
    """What the person agrees to when they are sent on for a need from behind a wall; None: not from behind that one."""
    if wall == "protection":
        return WISHED.get(need, AGREED[wall])
    return AGREED.get(wall) if need in (FOR_HEALTH if wall == "health" else FOR_CHILDREN) else None


def may_not_tell(items: Iterable[str], agreed: Iterable[str]) -> list[str]:
    """Of what is to be told, what the person did not agree to."""
    allowed = set(agreed)
    return [item for item in items if item not in allowed]


def due_at(priority: str, told_at: datetime) -> datetime:
    """Until when the service is to have helped."""
    return told_at + timedelta(hours=PRIORITY_H[priority])


class Step(Protocol):
    """One step of a referral, as the rule about its state needs it."""

    @property
    def step(self) -> str: ...
    @property
    def clock(self) -> str: ...
    @property
    def id(self) -> str: ...


def state(steps: Iterable[Step], is_agreed: bool) -> str:
    """told, sent, acknowledged, accepted, rejected, done, or withdrawn: the person's word ends everything else.

    Done is what the receiver says; of accepted and rejected the later stands.
    """
    if not is_agreed:
        return "withdrawn"
    said = [one.step for one in sorted(steps, key=lambda one: (one.clock, one.id))]
    if "done" in said:
        return "done"
    answers = [one for one in said if one in ("accepted", "rejected")]
    if answers:
        return answers[-1]
    return next((one for one in ("acknowledged", "sent") if one in said), "told")


OPEN = ("told", "sent", "acknowledged", "accepted")


def is_overdue(state: str, due: datetime, now: datetime) -> bool:
    """Whether the time of a referral that is still open has passed."""
    return state in OPEN and now > due


def must_be_told(state: str, steps: Iterable[Step]) -> bool:
    """Whether somebody who was told has not yet heard, or not confirmed, that the person took it back."""
    said = {one.step for one in steps}
    return state == "withdrawn" and bool(said - {"deleted"}) and "deleted" not in said


@dataclass(frozen=True)
class Try:
    """What opening a link needs to know. `browser`: the hash of the browser that opened it; None: none did."""

    expires_at: datetime
    is_ended: bool
    tries: int
    browser: str | None


MANY_TRIES = 5


def link_is_dead(link: Try, now: datetime) -> bool:
    """Whether a link leads nowhere any more: too late, another took its place, or its code was guessed at."""
    return link.is_ended or now >= link.expires_at or link.tries >= MANY_TRIES


STEPS_OF: Mapping[str, tuple[str, ...]] = {
    "sent": ("acknowledged", "accepted", "rejected"),
    "acknowledged": ("accepted", "rejected"),
    "accepted": ("done", "rejected"),
    "withdrawn": ("deleted",),
}


def may_answer(state: str) -> tuple[str, ...]:
    """What a receiver may say next."""
    return STEPS_OF.get(state, ())
