"""What the facts add up to: ordinary tables, the same whatever the order in which facts came and however often."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import DatabaseError, transaction

from . import store
from .declare import Fact, Kind, NotUnderstood, Revision, Understood
from .envelope import WireFact
from .facts.decision import Decided
from .facts.void import Voided
from .registry import KINDS
from .sql import Row, Sql, insert_statement, json_columns, row_for, text_ids

# What a value that a database cannot hold raises; anything else is a defect of ours and must be seen.
FAULTS = (DatabaseError, ValueError, OverflowError)

NEVER_REFUSED = ("journal.decision", "journal.erase")
_VERDICTS = "SELECT fact, clock, decision, verdict FROM journal_verdict WHERE fact IN ({ids})"


def fold(db: Sql, facts: list[Understood]) -> None:
    """Adds new facts, already stored, to the tables."""
    touched = _fold_about_facts(db, [fact for fact in facts if fact.kind.is_of_the_journal])
    rest = [fact for fact in facts if not fact.kind.is_of_the_journal and fact.envelope.id not in touched]
    _fold_standing(db, rest, _struck(db, [fact.envelope for fact in rest]))


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
        db.many(insert_statement(fact.kind.into, "replace"), [row_for(db, fact.kind.into, row)])
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
    _fold_records(db, {(fact.kind, fact.subject) for fact in gone if KINDS[fact.kind].shape == "revision"})


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
    _fold_standing(db, [fact for fact in facts if fact.kind.is_of_the_journal], struck)
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


def _fold_standing(db: Sql, facts: list[Understood], struck: set[str]) -> None:
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    revisions: list[Understood] = []
    for fact in facts:
        if fact.kind.shape == "revision":
            revisions.append(fact)
        elif fact.envelope.id not in struck:
            rows[fact.kind.name].append(row_for(db, fact.kind.into, entry_row(fact)))
    for name, many in rows.items():
        db.many(insert_statement(KINDS[name].into, "nothing"), many)
    _fold_records(db, {(fact.kind.name, fact.envelope.subject) for fact in revisions}, revisions)


def entry_row(fact: Understood) -> dict[str, Any]:
    """The one row of an entry."""
    envelope = fact.envelope
    row = {name: value_of(fact.body, name, fact.kind) for name in fact.kind.fields}
    if fact.kind.wall is None:
        row["wall"] = envelope.wall
    return row | {
        "id": envelope.id,
        "subject": envelope.subject,
        "site": envelope.scope.site,
        "at": moment(envelope.at),
        "clock": envelope.clock,
        "device": envelope.device,
        "worker": envelope.worker,
    }


def _fold_records(db: Sql, records: set[tuple[str, str]], at_hand: Iterable[Understood] = ()) -> None:
    if not records:
        return
    told = revisions_of(db, records, at_hand)
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    for (name, subject), revisions in told.items():
        table = KINDS[name].into
        if revisions:
            rows[name].append(row_for(db, table, record_row(KINDS[name], revisions)))
        else:
            db.run(f'DELETE FROM "{table._meta.db_table}" WHERE subject = %s', [db.id(subject)])
    for name, many in rows.items():
        db.many(insert_statement(KINDS[name].into, "replace"), many)


def revisions_of(
    db: Sql, records: set[tuple[str, str]], at_hand: Iterable[Understood] = ()
) -> dict[tuple[str, str], list[Understood]]:
    """Every revision that stands of these records (kind, subject); those `at_hand` are not read again."""
    told: dict[tuple[str, str], list[Understood]] = {record: [] for record in records}
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


def answers_to(revisions: list[Understood], name: str) -> list[Understood]:
    """The revisions whose word on a field stands: nobody has seen past them. Highest (clock, id) first."""
    seen = {fact for revision in revisions for fact in _saw(revision.body, name)}
    standing = [fact for fact in revisions if name in fact.body.model_fields_set and fact.envelope.id not in seen]
    return sorted(standing, key=lambda fact: (fact.envelope.clock, fact.envelope.id), reverse=True)


def record_row(kind: Kind, revisions: list[Understood]) -> dict[str, Any]:
    """The one row of a record. Per field: what nobody has seen past stands, the highest (clock, id) is shown."""
    newest = max(revisions, key=lambda fact: (fact.envelope.clock, fact.envelope.id)).envelope
    row: dict[str, Any] = dict.fromkeys(kind.fields)
    answers: dict[str, list[list[Any]]] = {}
    told = {name for fact in revisions for name in fact.body.model_fields_set}
    for name in kind.fields:
        standing = answers_to(revisions, name) if name in told else []
        if standing:
            row[name] = value_of(standing[0].body, name, kind)
        if len(standing) > 1:
            answers[name] = [[fact.envelope.id, plain(fact.body, name)] for fact in standing]
    # All moments are written alike, so they compare as text.
    moments = [fact.envelope.at for fact in revisions]
    return row | {
        "subject": newest.subject,
        "site": newest.scope.site,
        "first_at": moment(min(moments)),
        "last_at": moment(max(moments)),
        "answers": answers,
    }


def _saw(body: Fact, name: str) -> list[str]:
    return body.saw.get(name, []) if isinstance(body, Revision) else []


def value_of(body: Fact, name: str, kind: Kind) -> Any:
    """One field as its column takes it."""
    value = getattr(body, name)
    return value if value is None or name not in json_columns(kind.into) else plain(body, name)


def plain(body: Fact, name: str) -> Any:
    """One field as JSON."""
    return body.model_dump(mode="json", include={name}).get(name)


def moment(at: str) -> datetime:
    """An envelope's time."""
    return datetime.fromisoformat(at)
