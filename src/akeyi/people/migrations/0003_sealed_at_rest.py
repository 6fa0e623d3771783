"""How people say they came, and their consents behind the walls of their matter, are sealed at rest."""

from django.db import migrations, models

from akeyi.journal.seal_column import seal_column
from akeyi.journal.sealing import SealedField

CONSENT = {
    "purpose": models.CharField(max_length=40),
    "answer": models.CharField(max_length=10),
    "how": models.CharField(max_length=10),
    "proxy": models.CharField(max_length=20, null=True),
    "proxy_why": models.CharField(max_length=20, null=True),
    "language": models.CharField(max_length=40, null=True),
    "is_interpreted": models.BooleanField(),
    "notice": models.CharField(max_length=40, null=True),
    "withdraws": models.JSONField(null=True),
}


class Migration(migrations.Migration):
    dependencies = [("people", "0002_consents"), ("journal", "0004_sealed_at_rest")]

    operations = [
        *seal_column("people", "came", "answers", SealedField(models.JSONField(default=dict))),
        *seal_column("people", "came", "how_came", SealedField(models.CharField(max_length=20, null=True))),
        *(
            operation
            for model in ("consenthealth", "consentchild", "consentprotection")
            for name, field in CONSENT.items()
            for operation in seal_column("people", model, name, SealedField(field))
        ),
    ]
