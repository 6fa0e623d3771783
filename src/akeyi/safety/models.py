"""Pauses of the hall, and who was seen while it was emptied."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


class Pause(EntryRow):
    """The hall stops, or is emptied."""

    how = models.CharField(max_length=10)


class Resume(EntryRow):
    """The pauses named have ended."""

    ends = models.JSONField()


class Seen(EntryRow):
    """Somebody was seen at the other place."""

    pause = IdField(db_index=True)
    people = models.IntegerField()
