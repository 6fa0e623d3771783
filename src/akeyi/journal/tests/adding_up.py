"""What facts add up to in the tables, to be compared: between orders, with a rebuild, and with the desk's own fold."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models, transaction
from pydantic_core import to_jsonable_python

from akeyi.journal.models import Aside, Body, EntryRow, Verdict
from akeyi.journal.registry import KINDS
from akeyi.journal.rows import columns
from akeyi.journal.store import opened


@contextmanager
def taken_back() -> Iterator[None]:
    """Everything written inside is undone: the journal itself lets nobody delete."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def tables() -> dict[str, list[dict[str, Any]]]:
    """Every row of every folded table, and whose bodies are here; a database's own numbers left out."""
    found = {}
    for model in sorted({kind.into for kind in KINDS.values()} | {Verdict, Body, Aside}, key=lambda one: one.__name__):
        names = [field.name for field in columns(model) if not isinstance(field, models.AutoField)]
        found[model._meta.db_table] = sorted(in_plain(model, names), key=repr)
    return {name: rows for name, rows in found.items() if rows}


def in_plain(model: type[models.Model], names: list[str]) -> list[dict[str, Any]]:
    """Every row, what is sealed opened: nothing is sealed twice alike."""
    rows = [{name: getattr(row, name) for name in names} for row in model._default_manager.all()]
    if model is Body:
        return [{"id": row["id"], "body": opened(*(row[name] for name in names))} for row in rows]
    return rows


def as_the_desk_says_it() -> dict[str, Any]:
    """The rows of all kinds, by kind, as JSON."""
    entries: dict[str, list[Any]] = {}
    records: dict[str, list[Any]] = {}
    for name, kind in sorted(KINDS.items()):
        is_entry = issubclass(kind.into, EntryRow)
        shown = ["id", "subject", *kind.fields] if is_entry else ["subject", *kind.fields, "answers"]
        rows = [to_jsonable_python(row) for row in in_plain(kind.into, shown)]
        if rows:
            rows.sort(key=lambda row: row[shown[0]])
            (entries if is_entry else records)[name] = rows
    return {"entries": entries, "records": records}
