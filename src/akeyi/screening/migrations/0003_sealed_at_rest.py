"""Forms, answers, observed needs and requests for a private talk behind the walls that are sealed at rest."""

from django.db import migrations, models

from akeyi.journal.seal_column import seal_column
from akeyi.journal.sealing import SealedField

FORM = {
    "form": models.CharField(max_length=40),
    "number": models.IntegerField(),
    "titles": models.JSONField(),
    "xform": models.TextField(),
    "page": models.TextField(),
    "is_asked": models.BooleanField(),
}
ANSWER = {
    "answers": models.JSONField(),
    "language": models.CharField(max_length=2),
    "interpreter": models.CharField(max_length=10),
}
NEED = {"tag": models.CharField(max_length=40)}
REQUEST = {
    "card": models.CharField(max_length=40, null=True),
    "station": models.CharField(max_length=40, null=True),
    "talk_to": models.CharField(max_length=10, null=True),
    "language": models.CharField(max_length=40, null=True),
    "company": models.CharField(max_length=20, null=True),
}
MET = {
    "outcome": models.CharField(max_length=20),
    "interpreter": models.CharField(max_length=20, null=True),
}
BEHIND_EACH = [
    (model, fields)
    for wall in ("health", "child", "protection")
    for model, fields in ((f"form{wall}", FORM), (f"answer{wall}", ANSWER), (f"{wall}need", NEED))
]


class Migration(migrations.Migration):
    dependencies = [("screening", "0002_who_needs_whom"), ("journal", "0004_sealed_at_rest")]

    operations = [
        operation
        for model, fields in (*BEHIND_EACH, ("request", REQUEST), ("met", MET))
        for name, field in fields.items()
        for operation in seal_column("screening", model, name, SealedField(field))
    ]
