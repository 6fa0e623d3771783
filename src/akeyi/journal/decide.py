"""Deciding about facts that were held back: refused for good, or taken in after all."""

import time
from collections import defaultdict
from typing import Literal

from . import store
from .facts.decision import Decided
from .head import writing
from .prepare import Prepared
from .record import write
from .tell import Saying, told_by_server


def decide(ids: list[str], verdict: Literal["refused", "taken_in"], worker: str | None = None) -> None:
    """Tells the decisions, one behind each wall and subject; facts taken in are listed where they belong."""
    with writing() as (db, head):
        together: dict[tuple[str, str], list[str]] = defaultdict(list)
        facts = {fact.id: fact for fact in store.by_id(db, ids)}
        for fact in facts.values():
            together[fact.subject, fact.wall].append(fact.id)
        decisions = []
        for (subject, wall), named in sorted(together.items()):
            scope = facts[named[0]].scope
            body = Decided(facts=named, verdict=verdict)
            saying = Saying(body, site=scope.site, subject=subject, arrivals=scope.arrivals, worker=worker, wall=wall)
            fact = told_by_server(db, head, saying)
            decisions.append(Prepared(fact, store.understand(fact)))
        write(db, head, decisions, held=[], now_ms=time.time_ns() // 1_000_000)
