"""Carers of children, who is with a child, what child protection knows of them, and their releases."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow, SealedRecordRow
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
    identity_seen = SealedField(models.BooleanField(null=True))
    came_for = IdField(null=True)


class ReleaseCode(EntryRow):
    """A one-time code of the on-call officer, as a hash."""

    code_hash = SealedField(models.CharField(max_length=64))
    label = SealedField(models.CharField(max_length=40))


class ReleaseReview(EntryRow):
    """A release was looked at afterwards."""

    release = IdField(db_index=True)
    note = SealedField(models.CharField(max_length=2000))


class Hold(EntryRow):
    """Somebody is with a child, or nobody."""

    holder = IdField(null=True)
    place = models.CharField(max_length=10, null=True)
    by_pin = models.BooleanField()


class AskFirst(EntryRow):
    """Whether child protection is asked before somebody leaves."""

    is_asked = models.BooleanField()


class Situation(SealedRecordRow):
    """What child protection knows of a child."""

    relation = SealedField(models.CharField(max_length=20, null=True))
    refused_by = SealedField(models.CharField(max_length=20, null=True))
    is_age_disputed = SealedField(models.BooleanField(null=True))
    says_name = SealedField(models.BooleanField(null=True))
    care_tonight = SealedField(models.CharField(max_length=20, null=True))
    care_where = SealedField(models.CharField(max_length=200, null=True))
    decided = SealedField(models.CharField(max_length=200, null=True))


class CameFor(EntryRow):
    """Somebody came for a child."""

    name = SealedField(models.CharField(max_length=200))
    says_to_be = SealedField(models.CharField(max_length=20))
    identity = SealedField(models.CharField(max_length=10))
    child_knows = SealedField(models.BooleanField(null=True))
    answers_agree = SealedField(models.BooleanField(null=True))
    contacts = SealedField(models.JSONField(null=True))
    outcome = SealedField(models.CharField(max_length=20))
    decision = SealedField(models.CharField(max_length=200, null=True))


class Photo(EntryRow):
    """A photo of a child who is alone and cannot say their name."""

    jpeg = SealedField(models.TextField())
