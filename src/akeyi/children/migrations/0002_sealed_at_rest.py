"""What is said about releases of children is sealed at rest."""

from django.db import migrations, models

from akeyi.journal.seal_column import seal_column
from akeyi.journal.sealing import SealedField


class Migration(migrations.Migration):
    dependencies = [("children", "0001_initial"), ("journal", "0004_sealed_at_rest")]

    operations = [
        *seal_column("children", "release", "to", SealedField(models.CharField(max_length=10))),
        *seal_column("children", "release", "name", SealedField(models.CharField(max_length=200, null=True))),
        *seal_column("children", "release", "code_hash", SealedField(models.CharField(max_length=64, null=True))),
        *seal_column("children", "release", "reason", SealedField(models.CharField(max_length=200, null=True))),
        *seal_column("children", "releasecode", "code_hash", SealedField(models.CharField(max_length=64))),
        *seal_column("children", "releasecode", "label", SealedField(models.CharField(max_length=40))),
        *seal_column("children", "releasereview", "note", SealedField(models.CharField(max_length=2000))),
    ]
