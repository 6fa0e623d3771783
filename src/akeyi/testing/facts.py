"""Facts as any tablet might tell them: on the wire, at a time the test chooses, without a server."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from akeyi.journal import clock
from akeyi.journal.envelope import Scope, WireFact, digest_of
from akeyi.journal.ids import dashed, uuid7
from akeyi.journal.registry import KINDS

# Noon of the demo day, in ms since 1970.
NOON_MS = 1_632_052_800_000


def an_id(number: int) -> str:
    """An id that reads well in a failing test."""
    return f"0190a5c0-0000-7000-8000-{number:012x}"


SITE = an_id(0x517E)
ARRIVAL = an_id(0xA1)
OTHER_ARRIVAL = an_id(0xA2)
ROSE = an_id(0x1)
JEAN = an_id(0x2)


@dataclass
class Device:
    """A tablet with its own clock and count; `ahead_ms` says how wrong the clock is."""

    number: int = 1
    ahead_ms: int = 0
    now_ms: int = NOON_MS
    n: int = 0
    last: str = clock.ZERO
    told: list[WireFact] = field(default_factory=list)

    @property
    def id(self) -> str:
        return an_id(0xDE << 8 | self.number)

    def tells(
        self,
        kind: str,
        body: dict[str, Any] | str | None = None,
        *,
        subject: str | None = None,
        arrivals: Iterable[str] = (),
        site: str = SITE,
        wall: str | None = None,
        version: int | None = None,
        worker: str | None = None,
        after_ms: int = 1000,
        **envelope: Any,
    ) -> WireFact:
        """The next fact of this device, `after_ms` later; `body` None: the kind's example. `envelope` overrules."""
        declared = KINDS.get(kind)
        self.now_ms += after_ms
        self.n += 1
        shown_ms = self.now_ms + self.ahead_ms
        self.last = clock.tick(self.last, shown_ms)
        if body is None and declared is not None:
            body = declared.body.example
        text = body if isinstance(body, str) else orjson.dumps(body or {}).decode()
        mark = hashlib.sha256(f"{self.number} {self.n} {text}".encode()).digest()
        id = uuid7(shown_ms, mark[:10])
        salt = mark[16:]
        fact = WireFact(
            id=id,
            kind=kind,
            version=version or (declared.version if declared else 1),
            subject=subject or id,
            wall=wall or (declared.wall if declared else None) or "reception",
            scope=Scope(site=site, arrivals=list(arrivals)),
            at=timestamp(shown_ms),
            clock=self.last,
            device=self.id,
            n=self.n,
            worker=worker,
            salt=salt.hex(),
            digest=digest_of(salt, text).hex(),
            body=text,
        )
        fact = fact.model_copy(update=envelope)
        self.told.append(fact)
        return fact

    def revises(self, kind: str, subject: str, body: dict[str, Any], *seen: WireFact, **more: Any) -> WireFact:
        """A revision that has seen what `seen` said on the fields it sets."""
        saw = {name: [fact.id for fact in seen] for name in body} if seen else {}
        return self.tells(kind, body | {"saw": saw}, subject=subject, **more)

    def voids(self, target: WireFact, **more: Any) -> WireFact:
        """Takes an entry back, from behind its wall."""
        about = {"subject": target.subject, "arrivals": target.scope.arrivals, "wall": target.wall}
        return self.tells("journal.void", {"target": target.id}, **(about | more))

    def decides(self, verdict: str, *facts: WireFact, **more: Any) -> WireFact:
        """Refuses facts, or takes them in."""
        about = {"subject": facts[0].subject, "arrivals": facts[0].scope.arrivals, "wall": facts[0].wall}
        body = {"facts": [fact.id for fact in facts], "verdict": verdict}
        return self.tells("journal.decision", body, **(about | more))

    def erases(self, subject: str, wall: str, **more: Any) -> WireFact:
        """Erases what was said about somebody behind a wall."""
        return self.tells("journal.erase", {"reason": "asked"}, subject=subject, wall=wall, **more)

    def hears(self, other: str) -> None:
        """Takes over a clock that is ahead, as a tablet does when it syncs."""
        self.last = clock.hear(self.last, [other], self.now_ms + self.ahead_ms)


def timestamp(ms: int) -> str:
    """A moment as envelopes write it."""
    from datetime import UTC, datetime, timedelta

    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03d}Z"


def without_body(fact: WireFact) -> WireFact:
    """The fact as a neighbour gives it after an erasure."""
    return fact.model_copy(update={"body": None, "salt": None})


__all__ = ["ARRIVAL", "JEAN", "OTHER_ARRIVAL", "ROSE", "SITE", "Device", "an_id", "dashed", "without_body"]
