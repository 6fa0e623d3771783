"""Private keys are sealed at rest."""

from django.db import migrations, models

from akeyi.journal.seal_column import seal_column
from akeyi.journal.sealing import SealedField


class Migration(migrations.Migration):
    dependencies = [("access", "0010_badges"), ("journal", "0004_sealed_at_rest")]

    operations = [
        *seal_column("access", "devicekey", "walls", SealedField(models.JSONField(default=dict))),
        *seal_column("access", "hubkey", "private", SealedField(models.BinaryField(), row="public")),
    ]
