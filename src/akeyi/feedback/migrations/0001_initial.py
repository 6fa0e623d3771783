"""Keys of holders, sealed boxes, and who opened which."""

import akeyi.journal.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Holder",
            fields=[
                ("subject", akeyi.journal.fields.IdField(primary_key=True, serialize=False)),
                ("site", akeyi.journal.fields.IdField()),
                ("first_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("answers", models.JSONField(default=dict)),
                ("holder", akeyi.journal.fields.IdField(db_index=True, null=True)),
                ("name", models.CharField(max_length=40, null=True)),
                ("organisation", models.CharField(max_length=200, null=True)),
                ("is_outside", models.BooleanField(null=True)),
                ("is_spare", models.BooleanField(null=True)),
                ("public_key", models.CharField(max_length=100, null=True)),
                ("is_active", models.BooleanField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Opened",
            fields=[
                ("id", akeyi.journal.fields.IdField(primary_key=True, serialize=False)),
                ("subject", akeyi.journal.fields.IdField(db_index=True)),
                ("site", akeyi.journal.fields.IdField()),
                ("at", models.DateTimeField()),
                ("clock", models.CharField(max_length=16)),
                ("device", akeyi.journal.fields.IdField()),
                ("worker", akeyi.journal.fields.IdField(null=True)),
                ("lock", models.CharField(max_length=10)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sealed",
            fields=[
                ("id", akeyi.journal.fields.IdField(primary_key=True, serialize=False)),
                ("subject", akeyi.journal.fields.IdField(db_index=True)),
                ("site", akeyi.journal.fields.IdField()),
                ("at", models.DateTimeField()),
                ("clock", models.CharField(max_length=16)),
                ("device", akeyi.journal.fields.IdField()),
                ("worker", akeyi.journal.fields.IdField(null=True)),
                ("locks", models.JSONField()),
                ("content", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HandedOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("box", akeyi.journal.fields.IdField()),
                ("first", akeyi.journal.fields.IdField()),
                ("outer", akeyi.journal.fields.IdField()),
                ("inner", akeyi.journal.fields.IdField()),
                ("key", models.CharField(max_length=400)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("box", "inner"), name="feedback_handed_over_once")],
            },
        ),
    ]
