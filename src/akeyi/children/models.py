"""Carers and releases of children."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow
from akeyi.journal.sealing import SealedField


class Carer(RecordRow):
    """The adult recorded as looking after a child."""

    carer = IdField(null=True, db_index=True)


class Release(EntryRow):
    """A child left with somebody who is not the recorded carer."""

    to = SealedField(models.CharField(max_length=10))
    name = SealedField(models.CharField(max_length=200, null=True))
    second_worker = IdField(null=True)
    code_hash = SealedField(models.CharField(max_length=64, null=True))
    reason = SealedField(models.CharField(max_length=200, null=True))


class ReleaseCode(EntryRow):
    """A one-time code of the on-call officer, as a hash."""

    code_hash = SealedField(models.CharField(max_length=64))
    label = SealedField(models.CharField(max_length=40))


class ReleaseReview(EntryRow):
    """A release was looked at afterwards."""

    release = IdField(db_index=True)
    note = SealedField(models.CharField(max_length=2000))
