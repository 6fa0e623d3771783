import akeyi.journal.fields
import akeyi.journal.sealing
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0014_vouched"),
    ]

    operations = [
        migrations.CreateModel(
            name="Seed",
            fields=[
                ("id", akeyi.journal.fields.IdField(primary_key=True, serialize=False)),
                ("text", akeyi.journal.sealing.SealedField(models.CharField(max_length=200))),
            ],
        ),
    ]
