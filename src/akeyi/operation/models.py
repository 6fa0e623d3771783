"""How long what is said about people is kept."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


class Period(EntryRow):
    """A period from the moment it was said on; of those of one wall the latest stands."""

    of = models.CharField(max_length=12)
    days = models.IntegerField()
    owner = IdField(null=True)
