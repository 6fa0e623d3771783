"""Closed days."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


class Closing(EntryRow):
    """A day was closed: its numbers, and from whom they came."""

    day = models.DateField()
    numbers = models.JSONField()
    heard = models.JSONField()


class SenderAnswer(EntryRow):
    """What an authority that sent people was told of one arrival, and nothing else."""

    arrival = IdField(db_index=True)
    arrived = models.IntegerField()
    of = models.IntegerField(null=True)
    is_hurt = models.BooleanField()
