"""Shifts handed over."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


class Handover(EntryRow):
    """One shift took over from another."""

    from_worker = IdField(null=True)
    to_worker = IdField()
    lines = models.JSONField()
