"""Services, referrals behind three walls with their steps, and the links by which receivers come."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow
from akeyi.journal.sealing import SealedField


class Service(RecordRow):
    """A service that people can be sent to."""

    name = models.CharField(max_length=40, null=True)
    organisation = models.CharField(max_length=200, null=True)
    needs = models.JSONField(null=True)
    place = models.CharField(max_length=200, null=True)
    hours = models.CharField(max_length=200, null=True)
    languages = models.JSONField(null=True)
    phone = models.CharField(max_length=40, null=True)
    email = models.CharField(max_length=200, null=True)
    capacity = models.IntegerField(null=True)
    capacity_on = models.DateField(null=True)
    is_active = models.BooleanField(null=True)


class Referral(EntryRow):
    """Somebody is sent to a service."""

    # An id, and sealed all the same: which service it is says why.
    service = SealedField(models.CharField(max_length=36))
    need = SealedField(models.CharField(max_length=20))
    priority = SealedField(models.CharField(max_length=10))
    case = SealedField(models.CharField(max_length=6))
    items = SealedField(models.JSONField())
    consent = IdField()
    go_at = SealedField(models.DateTimeField(null=True))

    class Meta:
        abstract = True


class ReferralHealth(Referral):
    """Referrals behind `health`."""


class ReferralChild(Referral):
    """Referrals behind `child`."""


class ReferralProtection(Referral):
    """Referrals behind `protection`."""


class Step(EntryRow):
    """One step of a referral."""

    referral = IdField(db_index=True)
    step = SealedField(models.CharField(max_length=20))
    by = SealedField(models.CharField(max_length=10))
    reason = SealedField(models.CharField(max_length=20, null=True))
    note = SealedField(models.CharField(max_length=200, null=True))

    class Meta:
        abstract = True


class StepHealth(Step):
    """Steps of referrals behind `health`."""


class StepChild(Step):
    """Steps of referrals behind `child`."""


class StepProtection(Step):
    """Steps of referrals behind `protection`."""


class Link(models.Model):
    """A link that leads one receiver to one referral; this server's own, and no fact: what is answered by it is."""

    # The SHA-256 of what stands in the address; of that and the code; of what the browser that opened it keeps.
    token_hash = models.CharField(max_length=64, primary_key=True)
    code_hash = models.CharField(max_length=64)
    browser_hash = models.CharField(max_length=64, null=True)
    referral = IdField(db_index=True)
    wall = models.CharField(max_length=12)
    site = IdField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
