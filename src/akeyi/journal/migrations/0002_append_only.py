"""Envelopes and listings can only be added; a body can be added and deleted, never changed."""

from typing import Any

from django.db import migrations

RULES = [
    ("journal_envelope", "UPDATE"),
    ("journal_envelope", "DELETE"),
    ("journal_listing", "UPDATE"),
    ("journal_listing", "DELETE"),
    ("journal_body", "UPDATE"),
]


def hold(apps: Any, schema_editor: Any) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(
            "CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"
        )
    for table, action in RULES:
        name = f"{table}_no_{action.lower()}"
        if is_postgresql:
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()"
            )
        else:
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {action} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            )


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(hold, migrations.RunPython.noop)]
