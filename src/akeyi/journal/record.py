"""The only writer of the journal: takes facts in, numbers them, folds them, and says what became of each.

It locks the one-row head before it reads anything, so numbers have no gaps and no reader can skip a fact.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

import orjson
from django.db import transaction
from pydantic import BaseModel, ConfigDict, ValidationError

from . import clock, fold, listing, store
from .declare import NotUnderstood, Understood
from .envelope import ONE, WireFact, digest_of
from .head import HeadRow, lock
from .models import Aside, Suspect, Unreadable
from .sql import Sql, text_ids

Verdict = Literal["stored", "known", "set aside"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one fact."""

    id: str | None
    answer: Verdict
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"id": self.id, "answer": self.answer}
        return plain | ({"reason": self.reason} if self.reason else {})


class Batch(BaseModel):
    """What a neighbour sends."""

    model_config = ConfigDict(extra="forbid")
    facts: list[WireFact]


@dataclass(slots=True)
class Prepared:
    """A fact that can be stored, understood or not."""

    fact: WireFact
    understood: Understood | None = None
    reason: str | None = None  # why it is set aside


def read_batch(data: bytes) -> tuple[list[WireFact], list[tuple[str, bytes]]]:
    """The facts in a request's bytes, and the pieces that are none, each with its reason. Raises ValueError."""
    try:
        return Batch.model_validate_json(data).facts, []
    except ValidationError:
        pieces = orjson.loads(data)
        if not isinstance(pieces, dict) or not isinstance(pieces.get("facts"), list):
            raise ValueError("no list of facts") from None
    facts, broken = [], []
    for piece in pieces["facts"]:
        try:
            facts.append(ONE.validate_python(piece))
        except ValidationError:
            broken.append(("no fact", orjson.dumps(piece)))
    return facts, broken


def record(
    facts: list[WireFact],
    *,
    broken: Iterable[tuple[str, bytes]] = (),
    came_from: str | None = None,
    refuse: Callable[[Sql, HeadRow, list[WireFact]], list[WireFact]] | None = None,
) -> list[Answer]:
    """Stores what is new, folds and lists it, in one transaction. Never drops anything.

    `came_from` is the neighbour's device id. `refuse` (for a withdrawn device) makes the decision facts that hold
    the new ones back until a manager takes them in.
    """
    now_ms = time.time_ns() // 1_000_000
    prepared, unreadable = _prepare(facts, now_ms)
    unreadable += list(broken)
    with transaction.atomic():
        db = Sql()
        head = lock(db)
        known = _known(db, [one.fact for one in prepared])
        new: dict[str, Prepared] = {}
        answers = []
        for one in prepared:
            digest = known.get(one.fact.id) or (new[one.fact.id].fact.digest if one.fact.id in new else None)
            if digest is None:
                new[one.fact.id] = one
                answers.append(Answer(one.fact.id, "set aside" if one.reason else "stored", one.reason))
            elif digest == one.fact.digest:
                answers.append(Answer(one.fact.id, "known"))
            else:
                unreadable.append(("another fact under a known id", one.fact.model_dump_json().encode()))
                answers.append(Answer(one.fact.id, "set aside", "another fact under a known id"))
        held = refuse(db, head, [one.fact for one in new.values()]) if refuse and new else []
        write(db, head, list(new.values()), held=held, now_ms=now_ms)
        for reason, data in unreadable:
            Unreadable.objects.create(came_from=came_from, reason=reason, bytes=data)
        head.save(db)
    return answers + [Answer(None, "set aside", reason) for reason, _ in broken]


def write(db: Sql, head: HeadRow, new: list[Prepared], *, held: list[WireFact], now_ms: int) -> None:
    """Stores, folds and lists new facts under the head's lock. `held` are decisions that hold them all back."""
    decisions = [Prepared(fact, store.understand(fact)) for fact in held]
    everything = new + decisions
    if not everything:
        return
    for one in everything:
        head.clock = clock.hear(head.clock, one.fact.clock, now_ms)
    facts = [one.fact for one in everything]
    store.insert(db, facts, _erased_before(db, facts))
    at_fault = fold.fold_safely(db, [one.understood for one in everything if one.understood is not None])
    for one in everything:
        one.reason = one.reason or at_fault.get(one.fact.id)
    is_held = {one.fact.id for one in new} if held else set()
    listing.enlist(
        db,
        head,
        [(one.fact, one.understood, one.reason is not None or one.fact.id in is_held) for one in everything],
    )
    for one in everything:
        if one.reason:
            Aside.objects.get_or_create(fact=one.fact.id, defaults={"reason": one.reason})
        if clock.ms_of(one.fact.clock) > now_ms + clock.AHEAD_AT_MOST_MS:
            Suspect.objects.get_or_create(fact=one.fact.id, defaults={"reason": "clock ahead"})


def _prepare(facts: list[WireFact], now_ms: int) -> tuple[list[Prepared], list[tuple[str, bytes]]]:
    prepared: list[Prepared] = []
    unreadable: list[tuple[str, bytes]] = []
    for fact in facts:
        wrong = _what_is_wrong(fact)
        if wrong:
            unreadable.append((wrong, fact.model_dump_json().encode()))
            continue
        try:
            prepared.append(Prepared(fact, store.understand(fact)))
        except NotUnderstood as why:
            prepared.append(Prepared(fact, None, str(why)))
    return prepared, unreadable


def _what_is_wrong(fact: WireFact) -> str | None:
    if fact.body is not None and (
        fact.salt is None or digest_of(bytes.fromhex(fact.salt), fact.body).hex() != fact.digest
    ):
        return "digest"
    try:
        fold.moment(fact.at)
    except ValueError:
        return "time"
    return None if 0 < fact.n < 1 << 62 and 0 < fact.version < 1 << 15 else "number"


def _known(db: Sql, facts: list[WireFact]) -> dict[str, str]:
    rows = db.where_id_in("SELECT id, digest FROM journal_envelope WHERE id IN ({ids})", [fact.id for fact in facts])
    return {one: bytes(row[1]).hex() for one, row in zip(text_ids(rows), rows, strict=True)}


def _erased_before(db: Sql, facts: list[WireFact]) -> set[str]:
    """Facts about somebody whose wall was erased before they came."""
    candidates = [fact for fact in facts if fold.is_erasable(fact.kind)]
    if not candidates:
        return set()
    rows = db.where_id_in(
        "SELECT subject, wall FROM journal_erasure WHERE subject IN ({ids})", {fact.subject for fact in candidates}
    )
    erased = {(one, row[1]) for one, row in zip(text_ids(rows), rows, strict=True)}
    return {fact.id for fact in candidates if (fact.subject, fact.wall) in erased}


def retry_aside() -> int:
    """Tries every set-aside fact again, as after an upgrade; gives how many are understood now."""
    with transaction.atomic():
        db = Sql()
        head = lock(db)
        again: list[str] = []
        for fact in store.by_id(db, list(Aside.objects.values_list("fact", flat=True))):
            try:
                understood = store.understand(fact)
            except NotUnderstood:
                continue
            if understood is None or not fold.fold_safely(db, [understood]):
                again.append(fact.id)
        listing.list_again(db, head, again)
        Aside.objects.filter(fact__in=again).delete()
        head.save(db)
    return len(again)
