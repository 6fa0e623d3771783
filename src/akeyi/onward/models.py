"""How people left."""

from django.db import models

from akeyi.journal.models import EntryRow


class Exit(EntryRow):
    """Somebody left the site."""

    how = models.CharField(max_length=24)
    destination = models.CharField(max_length=40, null=True)
    with_whom = models.CharField(max_length=200, null=True)
    people = models.IntegerField()
    groups = models.JSONField(null=True)
