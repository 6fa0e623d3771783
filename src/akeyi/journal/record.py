"""The only writer of the journal: takes facts in, numbers them, folds them, and says what became of each.

It locks the one-row head before it reads anything, so numbers have no gaps and no reader can skip a fact.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from . import clock, fold, listing, sealing, store
from .envelope import WireFact
from .facts.decision import Decided
from .head import HeadRow, writing
from .models import Aside, Suspect, Unreadable
from .prepare import FAULTS, Prepared, prepare, what_is_wrong
from .sql import Sql, text_ids
from .together import Together

Verdict = Literal["stored", "known", "set aside"]
Refusing = Callable[[Sql, HeadRow, list[WireFact]], list[WireFact]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one fact."""

    id: str | None
    answer: Verdict
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"id": self.id, "answer": self.answer}
        return plain | ({"reason": self.reason} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Broken:
    """Something sent that is no fact, with the id under which it was sent."""

    id: str | None
    reason: str
    bytes: bytes


def record(
    facts: list[WireFact],
    *,
    broken: Iterable[Broken] = (),
    came_from: str | None = None,
    refuse: Refusing | None = None,
) -> list[Answer]:
    """Stores what is new, folds and lists it, in one transaction. Never drops anything.

    `came_from` is the neighbour's device id. `refuse` (for a withdrawn device) makes the decision facts that hold
    the new ones back until a manager takes them in.
    """
    now_ms = time.time_ns() // 1_000_000
    prepared = []
    unreadable = list(broken)
    for fact in facts:
        wrong = what_is_wrong(fact)
        if wrong:
            unreadable.append(_beside(fact, wrong))
        else:
            prepared.append(prepare(fact))
    by_id = {one.fact.id: one for one in prepared}
    if refuse or unreadable or len(by_id) < len(prepared):
        return _take_in_all(prepared, unreadable, came_from, refuse, now_ms)
    return list(_TOGETHER.take_in(by_id).values())


def _take_in_all(
    prepared: list[Prepared], unreadable: list[Broken], came_from: str | None, refuse: Refusing | None, now_ms: int
) -> list[Answer]:
    try:
        return _take_in(prepared, unreadable, came_from, refuse, now_ms)
    except FAULTS:
        # Rare: once more, fact by fact, to find which of them no table can hold.
        return _take_in(prepared, unreadable, came_from, refuse, now_ms, is_careful=True)


def _take_in_together(prepared: list[Prepared]) -> dict[str, Answer]:
    answers = _take_in_all(prepared, [], None, None, time.time_ns() // 1_000_000)
    return {str(answer.id): answer for answer in answers}


_TOGETHER: Together[Prepared, Answer] = Together(_take_in_together)


def _take_in(
    prepared: list[Prepared],
    unreadable: list[Broken],
    came_from: str | None,
    refuse: Refusing | None,
    now_ms: int,
    is_careful: bool = False,
) -> list[Answer]:
    impostors: list[Broken] = []
    new: dict[str, Prepared] = {}
    again: list[str] = []
    with writing() as (db, head):
        known = _known(db, prepared)
        for one in prepared:
            digest = known.get(one.fact.id)
            if digest is None:
                new[one.fact.id] = one
                known[one.fact.id] = one.fact.digest
            elif digest == one.fact.digest:
                again.append(one.fact.id)
            else:
                impostors.append(_beside(one.fact, "another fact under a known id"))
        held = refuse(db, head, [one.fact for one in new.values()]) if refuse and new else []
        write(db, head, list(new.values()), held=held, now_ms=now_ms, is_careful=is_careful)
        _keep_beside(unreadable + impostors, came_from)
    return [
        *(Answer(one.fact.id, "set aside" if one.reason else "stored", one.reason) for one in new.values()),
        *(Answer(id, "known") for id in again),
        *(Answer(one.id, "set aside", one.reason) for one in unreadable + impostors),
    ]


def write(
    db: Sql, head: HeadRow, new: list[Prepared], *, held: list[WireFact], now_ms: int, is_careful: bool = True
) -> None:
    """Stores, folds and lists new facts under the head's lock. `held` are decisions that hold them all back.

    Careful: a fact that no table can hold is set aside; else its fault is raised.
    """
    everything = new + [Prepared(fact, store.understand(fact)) for fact in held]
    if not everything:
        return
    head.clock = clock.hear(head.clock, (one.fact.clock for one in everything), now_ms)
    subjects = {one.fact.subject for one in everything}
    new_subjects = subjects - store.told_of(db, subjects)
    erased = _erased_before(db, [one.fact for one in everything if one.fact.subject not in new_subjects])
    store.insert(
        db,
        [one.envelope for one in everything],
        [one.body for one in everything if one.body and one.fact.id not in erased],
    )
    store.set_aside(db, {one.fact.id: one.reason for one in everything if one.reason})
    understood = [one.understood for one in everything if one.understood is not None and one.fact.id not in erased]
    if is_careful:
        at_fault = fold.fold_safely(db, understood)
        for one in everything:
            one.reason = one.reason or at_fault.get(one.fact.id)
    else:
        fold.fold(db, understood, new_subjects)
    is_held = bool(held)
    listing.enlist(
        db,
        head,
        [(one, one.reason is not None or (is_held and position < len(new))) for position, one in enumerate(everything)],
        new_subjects=new_subjects,
    )
    decisions = [one.body for one in understood if one.kind.name == "journal.decision"]
    decided = {fact for body in decisions if isinstance(body, Decided) for fact in body.facts}
    if decided:
        listing.list_again(db, head, decided)
    furthest = clock.furthest(now_ms)
    for one in everything:
        if one.fact.clock > furthest:
            Suspect.objects.get_or_create(fact=one.fact.id, defaults={"reason": "clock ahead"})


def _beside(fact: WireFact, reason: str) -> Broken:
    return Broken(fact.id, reason, fact.model_dump_json().encode())


def _keep_beside(unreadable: list[Broken], came_from: str | None) -> None:
    """Keeps what cannot be a fact; the same bytes sent again are there already."""
    for one in unreadable:
        mark = sealing.mark(one.bytes)
        if not Unreadable.objects.filter(reason=one.reason, mark=mark).exists():
            Unreadable.objects.create(came_from=came_from, reason=one.reason, bytes=one.bytes, mark=mark)


def _known(db: Sql, prepared: list[Prepared]) -> dict[str, str]:
    keys = [one.key for one in prepared]
    rows = db.where_key_in("SELECT id, digest FROM journal_envelope WHERE id IN ({ids})", keys)
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
    with writing() as (db, head):
        aside = store.by_id(db, Aside.objects.values_list("fact", flat=True))
        again = [one for one in map(prepare, aside) if not one.reason]
        Aside.objects.filter(fact__in=[one.fact.id for one in again]).delete()
        at_fault = fold.fold_safely(db, [one.understood for one in again if one.understood is not None])
        listing.list_again(db, head, [one.fact.id for one in again])
    return len(again) - len(at_fault)
