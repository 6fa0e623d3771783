"""How the server itself says something: the same envelope, the same writer."""

import time
from collections.abc import Iterable
from datetime import UTC, datetime

from . import fold, rows, store
from .declare import Revision
from .envelope import WireFact, new_salt
from .head import HeadRow, writing
from .ids import new_id
from .prepare import Prepared
from .record import write
from .saying import Saying, as_fact, timestamp
from .sql import Sql


def tell(*sayings: Saying) -> list[str]:
    """Says things in one transaction; gives the facts' ids. A revision names as seen all that stands here now."""
    with writing() as (db, head):
        facts = [told_by_server(db, head, saying) for saying in sayings]
        write(
            db,
            head,
            [Prepared(fact, store.understand(fact)) for fact in facts],
            held=[],
            now_ms=time.time_ns() // 1_000_000,
        )
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
    now = datetime.now(UTC)
    n, reading = head.next(int(now.timestamp() * 1000))
    id = new_id()
    saw = {}
    if isinstance(saying.body, Revision):
        saw = standing(db, saying.body.declared.name, saying.subject or id, list(saying.body.told()))
    return as_fact(saying, id=id, device=head.device, n=n, clock=reading, salt=new_salt(), now=now, saw=saw)


def standing(db: Sql, kind: str, subject: str, fields: list[str]) -> dict[str, list[str]]:
    """Per field, the facts whose answers stand now."""
    revisions = fold.revisions_of(db, {(kind, subject)})[kind, subject]
    saw = {name: [fact.envelope.id for fact in rows.answers_to(revisions, name)] for name in fields}
    return {name: ids for name, ids in saw.items() if ids}


__all__ = ["Saying", "standing", "take_back", "tell", "timestamp", "told_by_server"]
