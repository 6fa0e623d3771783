"""One thing to say, and the fact it becomes: the same envelope whoever says it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from .declare import Fact, Revision
from .envelope import Scope, WireFact, body_text, digest_of


@dataclass(frozen=True)
class Saying:
    """One thing to say. `subject` None: the fact is about itself. `wall` only for kinds without one of their own."""

    body: Fact
    site: str
    subject: str | None = None
    arrivals: list[str] = field(default_factory=list)
    worker: str | None = None
    at: datetime | None = None
    wall: str | None = None


def as_fact(
    saying: Saying,
    *,
    id: str,
    device: str,
    n: int,
    clock: str,
    salt: bytes,
    now: datetime,
    saw: dict[str, list[str]] | None = None,
) -> WireFact:
    """The fact that a saying becomes on one device. `saw`: per field of a revision, the facts seen past."""
    kind = saying.body.declared
    wall = kind.wall or saying.wall
    if wall is None:
        raise ValueError(f"{kind.name} stands behind no wall of its own: say which")
    told = saying.body.told()
    if isinstance(saying.body, Revision):
        told.setdefault("saw", saw or {})
    text = body_text(told)
    return WireFact(
        id=id,
        kind=kind.name,
        version=kind.version,
        subject=saying.subject or id,
        wall=wall,
        scope=Scope(site=saying.site, arrivals=saying.arrivals),
        at=timestamp(saying.at or now),
        clock=clock,
        device=device,
        n=n,
        worker=saying.worker,
        salt=salt.hex(),
        digest=digest_of(salt, text).hex(),
        body=text,
    )


def timestamp(moment: datetime) -> str:
    """A moment as envelopes write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
