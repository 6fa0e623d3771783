"""Items, programmes, and what was given."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow


class Item(RecordRow):
    """Something to give, and how often."""

    names = models.JSONField(null=True)
    once_per = models.CharField(max_length=10, null=True)
    icon = models.CharField(max_length=40, null=True)
    is_active = models.BooleanField(null=True)


class HandOut(EntryRow):
    """One item was given."""

    item = IdField(db_index=True)
    quantity = models.IntegerField()
    override = models.CharField(max_length=10, null=True)


class Programme(EntryRow):
    """One version of a programme; `subject` is the programme."""

    names = models.JSONField()
    since = models.DateField()
    until = models.DateField(null=True)
    sex = models.CharField(max_length=10, null=True)
    age_from = models.IntegerField(null=True)
    age_to = models.IntegerField(null=True)
    hows = models.JSONField()
    with_voucher = models.BooleanField()
    items = models.JSONField()
    cash = models.JSONField()


class Voucher(EntryRow):
    """Somebody was given a voucher for a programme."""

    programme = IdField(db_index=True)
