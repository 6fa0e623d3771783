"""For migrations: a column becomes sealed at rest, and what it holds is sealed on the way."""

from typing import Any

from django.db.migrations import AddField, AlterField, RemoveField, RenameField, RunPython
from django.db.migrations.operations.base import Operation

from .sealing import SealedField


def seal_column(app: str, model: str, name: str, field: SealedField) -> list[Operation]:
    """The operations; the migration depends on journal 0004, where keys begin."""
    plain = f"{name}_plain"
    inner = field.inner.clone()
    inner.null = True

    def seal(apps: Any, schema_editor: Any) -> None:
        for row in apps.get_model(app, model).objects.all():
            setattr(row, name, getattr(row, plain))
            row.save()

    return [
        RenameField(model, name, plain),
        AddField(model, name, SealedField(inner, field.row)),
        RunPython(seal, RunPython.noop),
        RemoveField(model, plain),
        AlterField(model, name, field),
    ]
