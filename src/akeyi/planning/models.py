"""Shifts that are expected."""

from django.db import models

from akeyi.journal.models import EntryRow


class Shift(EntryRow):
    """So many workers between two hours."""

    since_at = models.DateTimeField()
    until_at = models.DateTimeField()
    staff = models.JSONField()
    languages = models.JSONField()
