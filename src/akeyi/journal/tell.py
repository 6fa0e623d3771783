"""How the server itself says something: the same envelope, the same writer."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import transaction

from . import fold, store
from .declare import Fact, Revision
from .envelope import Scope, WireFact, body_text, digest_of, new_salt
from .head import HeadRow, lock
from .ids import new_id
from .record import Prepared, write
from .sql import Sql


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


def tell(*sayings: Saying) -> list[str]:
    """Says things in one transaction; gives the facts' ids. A revision names as seen all that stands here now."""
    with transaction.atomic():
        db = Sql()
        head = lock(db)
        facts = [told_by_server(db, head, saying) for saying in sayings]
        write(
            db,
            head,
            [Prepared(fact, store.understand(fact)) for fact in facts],
            held=[],
            now_ms=time.time_ns() // 1_000_000,
        )
        head.save(db)
    return [fact.id for fact in facts]


def take_back(ids: Iterable[str], worker: str | None = None) -> list[str]:
    """Voids entries, each from behind its own wall."""
    from .facts.void import Voided

    facts = store.by_id(Sql(), ids)
    return tell(
        *(
            Saying(
                Voided(target=fact.id),
                site=fact.scope.site,
                subject=fact.subject,
                arrivals=fact.scope.arrivals,
                worker=worker,
                wall=fact.wall,
            )
            for fact in facts
        )
    )


def told_by_server(db: Sql, head: HeadRow, saying: Saying) -> WireFact:
    """What the server says, as a fact, under the head's lock; not yet stored."""
    kind = saying.body.declared
    wall = kind.wall or saying.wall
    if wall is None:
        raise ValueError(f"{kind.name} stands behind no wall of its own: say which")
    now = datetime.now(UTC)
    n, reading = head.next(int(now.timestamp() * 1000))
    id = new_id()
    subject = saying.subject or id
    told = saying.body.told()
    if isinstance(saying.body, Revision) and "saw" not in saying.body.model_fields_set:
        told["saw"] = standing(db, kind.name, subject, [name for name in told if name != "saw"])
    text = body_text(told)
    salt = new_salt()
    return WireFact(
        id=id,
        kind=kind.name,
        version=kind.version,
        subject=subject,
        wall=wall,
        scope=Scope(site=saying.site, arrivals=saying.arrivals),
        at=timestamp(saying.at or now),
        clock=reading,
        device=head.device,
        n=n,
        worker=saying.worker,
        salt=salt.hex(),
        digest=digest_of(salt, text).hex(),
        body=text,
    )


def standing(db: Sql, kind: str, subject: str, fields: list[str]) -> dict[str, list[str]]:
    """Per field, the facts whose answers stand now."""
    revisions = fold.revisions_of(db, {(kind, subject)})[kind, subject]
    saw = {name: [fact.envelope.id for fact in fold.answers_to(revisions, name)] for name in fields}
    return {name: ids for name, ids in saw.items() if ids}


def timestamp(moment: datetime) -> str:
    """A moment as envelopes write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
