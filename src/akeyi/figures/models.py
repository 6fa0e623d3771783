"""Closed days."""

from django.db import models

from akeyi.journal.models import EntryRow


class Closing(EntryRow):
    """A day was closed: its numbers, and from whom they came."""

    day = models.DateField()
    numbers = models.JSONField()
    heard = models.JSONField()
