"""What stands behind `sealed` is sealed at rest as well; boxes are so twice."""

from django.db import migrations, models

from akeyi.journal.seal_column import seal_column
from akeyi.journal.sealing import SealedField


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial"), ("journal", "0004_sealed_at_rest")]

    operations = [
        *seal_column("feedback", "sealed", "locks", SealedField(models.JSONField())),
        *seal_column("feedback", "sealed", "content", SealedField(models.TextField())),
    ]
