"""Bodies behind some walls, what erasures say and what could not be read are sealed at rest from here on."""

from typing import Any

from django.db import migrations, models

from akeyi.journal import keys, sealing, store
from akeyi.journal.declare import SEALED_AT_REST
from akeyi.journal.seal_column import seal_column
from akeyi.journal.sql import Sql


def begin(apps: Any, schema_editor: Any) -> None:
    """The keys begin here: nothing in this database can need one yet."""
    keys.ring(lambda: False)


def seal_bodies(apps: Any, schema_editor: Any) -> None:
    db = Sql()
    walls = ", ".join(f"'{wall}'" for wall in sorted(SEALED_AT_REST))
    for fact in store.everything(db, f"e.wall IN ({walls}) AND b.sealed IS NULL AND b.id IS NOT NULL"):
        _, body = store.rows_of(fact)
        db.run("DELETE FROM journal_body WHERE id = %s", [db.id(fact.id)])
        store.insert(db, [], [body])
    db.flush()


def mark(apps: Any, schema_editor: Any) -> None:
    for one in apps.get_model("journal", "unreadable").objects.all():
        one.mark = sealing.mark(bytes(one.bytes))
        one.save()


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_records_by_kind")]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.AddField("body", "sealed", models.BinaryField(null=True)),
        migrations.RunPython(seal_bodies, migrations.RunPython.noop),
        migrations.AddField(
            "unreadable", "mark", models.BinaryField(db_index=True, default=b""), preserve_default=False
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
        *seal_column("journal", "unreadable", "bytes", sealing.SealedField(models.BinaryField(), row="mark")),
        *seal_column("journal", "erasure", "reason", sealing.SealedField(models.CharField(max_length=60))),
    ]
