"""What the facts add up to: ordinary tables, the same whatever the order in which facts came and however often."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from functools import partial
from typing import Any

from django.db import transaction

from . import store
from .declare import Kind, NotUnderstood, Understood
from .envelope import WireFact
from .facts.decision import Decided
from .facts.void import Voided
from .prepare import FAULTS
from .registry import KINDS
from .rows import column_names, entry_row, insert_statement, record_row
from .sql import Row, Sql, text_ids

# The revisions of records, by kind and subject.
Told = dict[tuple[str, str], list[Understood]]

NEVER_REFUSED = ("journal.decision", "journal.erase")
_VERDICTS = "SELECT fact, clock, decision, verdict FROM journal_verdict WHERE fact IN ({ids})"


def fold(db: Sql, facts: list[Understood], new_subjects: Set[str] = frozenset()) -> None:
    """Adds new facts, already stored, to the tables. `new_subjects`: those of whom only these facts speak."""
    touched = _fold_about_facts(db, [fact for fact in facts if fact.kind.is_of_the_journal])
    rest = [fact for fact in facts if not fact.kind.is_of_the_journal and fact.envelope.id not in touched]
    if touched:
        new_subjects = new_subjects - {fact.envelope.subject for fact in facts if fact.envelope.id in touched}
    _fold_standing(db, rest, _struck(db, [fact.envelope for fact in rest]), new_subjects, are_new=True)


def fold_safely(db: Sql, facts: list[Understood]) -> dict[str, str]:
    """Folds in one go; where that raises, finds the facts at fault, sets them aside and folds the others.

    Gives the facts at fault, each with the error's type.
    """
    if not facts or _fault(db, lambda: fold(db, facts)) is None:
        return {}
    at_fault: dict[str, str] = {}

    def try_each(among: list[Understood], attempt: Callable[[Understood], None]) -> None:
        for fact in among:
            wrong = _fault(db, partial(attempt, fact))
            if wrong is not None:
                at_fault[fact.envelope.id] = wrong
                store.set_aside(db, {fact.envelope.id: wrong})

    # Each by itself first: in a record's row a fact stands beside others, which are not to blame for it.
    try_each(facts, lambda fact: _try_row(db, fact))
    # Those about other facts last, so that they find the rows they take away.
    others = sorted(facts, key=lambda fact: fact.kind.is_of_the_journal)
    try_each([fact for fact in others if fact.envelope.id not in at_fault], lambda fact: fold(db, [fact]))
    return at_fault


def _fault(db: Sql, attempt: Callable[[], None]) -> str | None:
    """What an attempt raised; whatever it wrote is undone then."""
    db.flush()
    try:
        with transaction.atomic():
            attempt()
            db.flush()
    except FAULTS as wrong:
        db.forget()
        return f"fold: {type(wrong).__name__}"
    return None


def _try_row(db: Sql, fact: Understood) -> None:
    """Writes the row that this fact alone would make, and takes it back."""
    row = record_row(fact.kind, [fact]) if fact.kind.shape == "revision" else entry_row(fact)
    with transaction.atomic():
        db.many(insert_statement(fact.kind.into, "replace"), [row])
        db.flush()
        transaction.set_rollback(True)


def refold(db: Sql, ids: Iterable[str]) -> None:
    """Makes the rows of these facts what they should be now: present, absent, or computed again."""
    standing: list[Understood] = []
    gone: list[WireFact] = []
    facts = [fact for fact in store.foldable_by_id(db, ids) if fact.kind in KINDS]
    struck = _struck(db, facts)
    for fact in facts:
        understood = None
        if fact.id not in struck:
            try:
                understood = store.understand(fact)
            except NotUnderstood:
                continue
        if understood is None:
            gone.append(fact)
        else:
            standing.append(understood)
    for fact in gone:
        kind = KINDS[fact.kind]
        if kind.shape == "entry":
            db.run(f'DELETE FROM "{kind.into._meta.db_table}" WHERE id = %s', [db.id(fact.id)])
    _fold_standing(db, standing, set())
    records = {(fact.kind, fact.subject) for fact in gone if KINDS[fact.kind].shape == "revision"}
    _fold_records(db, revisions_of(db, records))


def _fold_about_facts(db: Sql, facts: list[Understood]) -> set[str]:
    """Decisions first, then erasures, then voids, since each bears on those after it; then all they touch, whose ids
    it gives."""
    if not facts:
        return set()
    touched = [fact.envelope.id for fact in facts]
    struck = _struck(db, [fact.envelope for fact in facts])
    for fact in facts:
        if isinstance(fact.body, Decided):
            db.many(
                "INSERT INTO journal_verdict (decision, fact, verdict, clock) VALUES (%s, %s, %s, %s)",
                [
                    (db.id(fact.envelope.id), db.id(named), fact.body.verdict, fact.envelope.clock)
                    for named in fact.body.facts
                ],
            )
            touched += fact.body.facts
        elif fact.kind.name == "journal.erase":
            touched += erase_bodies(db, fact.envelope.subject, fact.envelope.wall)
    _fold_standing(db, [fact for fact in facts if fact.kind.is_of_the_journal], struck, are_new=True)
    voids = [told for told in store.foldable_by_id(db, touched) if told.kind == "journal.void"]
    refold(db, [void.id for void in voids])
    for void in voids:
        understood = store.understand(void)
        if understood is not None and isinstance(understood.body, Voided):
            touched.append(understood.body.target)
    refold(db, set(touched))
    return set(touched)


def erase_bodies(db: Sql, subject: str, wall: str) -> list[str]:
    """Drops what was said about a subject behind a wall, the ledger apart; gives the ids it touched."""
    rows = db.rows("SELECT id, kind FROM journal_envelope WHERE subject = %s AND wall = %s", [db.id(subject), wall])
    ids = [str(text_ids([row])[0]) for row in rows if is_erasable(row[1])]
    for one in ids:
        db.run("DELETE FROM journal_body WHERE id = %s", [db.id(one)])
    return ids


def is_erasable(kind: str) -> bool:
    """Whether bodies of this kind go with the person. A kind nobody here knows goes too: the promise to the person
    outranks a figure."""
    known = KINDS.get(kind)
    return not kind.startswith("journal.") and (known is None or known.keep != "ledger")


def _struck(db: Sql, facts: list[WireFact]) -> set[str]:
    """Those of these facts that do not stand: refused, or voided from behind the same wall."""
    voidable = {fact.id: fact.wall for fact in facts if fact.kind in KINDS and is_voidable(KINDS[fact.kind])}
    refusable = [fact.id for fact in facts if fact.kind not in NEVER_REFUSED]
    if not refusable:
        return set()
    rows = db.where_id_in(
        f"{_VERDICTS} UNION ALL SELECT target, wall, id, 'void' FROM journal_void WHERE target IN ({{ids}})", refusable
    )
    voided = {fact for row in rows if row[3] == "void" for fact in text_ids([row]) if voidable.get(fact) == row[1]}
    return voided | _refused_by(row for row in rows if row[3] != "void")


def is_voidable(kind: Kind) -> bool:
    return kind.shape == "entry" and not kind.is_of_the_journal


def refused(db: Sql, facts: list[WireFact]) -> set[str]:
    """Those of these facts that the decisions refuse."""
    return _refused_by(db.where_id_in(_VERDICTS, [fact.id for fact in facts if fact.kind not in NEVER_REFUSED]))


def _refused_by(verdicts: Iterable[Row]) -> set[str]:
    """Of all verdicts on a fact the one with the highest (clock, id) counts."""
    latest: dict[str, tuple[str, str, str]] = {}
    for row in verdicts:
        fact, by = text_ids([row])[0], text_ids([row], 2)[0]
        latest[fact] = max(latest.get(fact, ("", "", "")), (row[1], by, row[3]))
    return {fact for fact, (_, _, verdict) in latest.items() if verdict == "refused"}


def _fold_standing(
    db: Sql,
    facts: list[Understood],
    struck: set[str],
    new_subjects: Set[str] = frozenset(),
    *,
    are_new: bool = False,
) -> None:
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    revisions: list[Understood] = []
    for fact in facts:
        if fact.kind.shape == "revision":
            revisions.append(fact)
        elif fact.envelope.id not in struck:
            rows[fact.kind.name].append(fact.row or entry_row(fact))
    for name, many in rows.items():
        table = KINDS[name].into
        if are_new:
            db.add(f'"{table._meta.db_table}"', column_names(table), many)
        else:
            db.many(insert_statement(table, "nothing"), many)
    told: Told = defaultdict(list)
    for fact in revisions:
        if fact.envelope.subject in new_subjects and fact.envelope.id not in struck:
            told[fact.kind.name, fact.envelope.subject].append(fact)
    others = {
        (fact.kind.name, fact.envelope.subject) for fact in revisions if fact.envelope.subject not in new_subjects
    }
    _fold_records(db, told | revisions_of(db, others, revisions))


def _fold_records(db: Sql, told: Told) -> None:
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    for (name, subject), revisions in told.items():
        if revisions:
            rows[name].append(record_row(KINDS[name], revisions))
        else:
            db.run(f'DELETE FROM "{KINDS[name].into._meta.db_table}" WHERE subject = %s', [db.id(subject)])
    for name, many in rows.items():
        db.many(insert_statement(KINDS[name].into, "replace"), many)


def revisions_of(db: Sql, records: set[tuple[str, str]], at_hand: Iterable[Understood] = ()) -> Told:
    """Every revision that stands of these records (kind, subject); those `at_hand` are not read again."""
    told: Told = {record: [] for record in records}
    if not records:
        return told
    understood = {fact.envelope.id: fact for fact in at_hand}
    about = store.foldable_by_subject(
        db,
        {subject for _, subject in records},
        {kind for kind, _ in records},
        {id: fact.envelope for id, fact in understood.items()},
    )
    facts = [fact for fact in about if (fact.kind, fact.subject) in told]
    struck = _struck(db, facts)
    for fact in facts:
        if fact.id not in struck:
            try:
                one = understood[fact.id] if fact.body is not None and fact.id in understood else store.understand(fact)
            except NotUnderstood:
                continue
            if one is not None:
                told[fact.kind, fact.subject].append(one)
    return told
