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
    # A call, charging, a SIM: there is no stock of it.
    is_service = models.BooleanField(null=True)
    # What a kit is made of: item -> how many; and below how many it is ordered again.
    parts = models.JSONField(null=True)
    reorder_at = models.IntegerField(null=True)


class HandOut(EntryRow):
    """One item was given."""

    item = IdField(db_index=True)
    quantity = models.IntegerField()
    override = models.CharField(max_length=10, null=True)
    # Out of which store; null: the one that gives at this site.
    store = IdField(null=True)


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


class Store(RecordRow):
    """A place where items are kept."""

    name = models.CharField(max_length=40, null=True)
    is_giving = models.BooleanField(null=True)
    is_active = models.BooleanField(null=True)


class Movement(EntryRow):
    """Items came, went, or were counted."""

    what = models.CharField(max_length=10)
    item = IdField(db_index=True)
    store = IdField()
    quantity = models.IntegerField()
    to = IdField(null=True)
    parts = models.JSONField(null=True)
    lot = models.CharField(max_length=40, null=True)
    expires_on = models.DateField(null=True)
    document = models.CharField(max_length=40, null=True)
    reason = models.CharField(max_length=20, null=True)


class GivenToMany(EntryRow):
    """An item was given to many; `subject` is their arrival. It counts items, never people."""

    item = IdField(db_index=True)
    quantity = models.IntegerField()
    how = models.CharField(max_length=10)
    store = IdField(null=True)


class Promise(EntryRow):
    """An amount was promised; `subject` is the card it was promised to."""

    promise = IdField(db_index=True)
    amount = models.CharField(max_length=13)
    currency = models.CharField(max_length=3)
    code = models.CharField(max_length=12, db_index=True)
    programme = IdField(null=True)
    owner = IdField()


class Payment(EntryRow):
    """An amount was paid; `subject` is the card it was paid to."""

    promise = IdField(db_index=True)
    amount = models.CharField(max_length=13)
    currency = models.CharField(max_length=3)
    how = models.CharField(max_length=10)
    float = IdField(null=True)
    number = models.CharField(max_length=40, null=True)


class FloatMove(EntryRow):
    """Something happened to a cashier's float; `subject` is the float."""

    what = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    amount = models.CharField(max_length=13)
    second = IdField(null=True)
    to = IdField(null=True)
    reason = models.CharField(max_length=20, null=True)
