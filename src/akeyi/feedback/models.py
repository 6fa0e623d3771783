"""Complaints and how they are handled; keys of holders, sealed statements as they came, and who opened which."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow, SealedRecordRow
from akeyi.journal.sealing import SealedField


class Holder(RecordRow):
    """One key of somebody who opens sealed statements together with another holder."""

    holder = IdField(null=True, db_index=True)
    name = models.CharField(max_length=40, null=True)
    organisation = models.CharField(max_length=200, null=True)
    is_outside = models.BooleanField(null=True)
    is_spare = models.BooleanField(null=True)
    public_key = models.CharField(max_length=100, null=True)
    is_active = models.BooleanField(null=True)


class Sealed(EntryRow):
    """One box: a statement, or who made it. Nothing here says which."""

    locks = SealedField(models.JSONField())
    content = SealedField(models.TextField())


class SealedPiece(EntryRow):
    """A piece of what was too long for a box. Nothing here says of which."""

    content = SealedField(models.TextField())


class Opened(EntryRow):
    """A holder opened one of the two locks of a box."""

    lock = models.CharField(max_length=10)


class FocalPoint(RecordRow):
    """Where somebody who takes complaints is found. The subject is the worker."""

    where = models.CharField(max_length=200, null=True)
    is_active = models.BooleanField(null=True)


class Complaint(EntryRow):
    """What somebody told on a tablet about us. It names no teller."""

    # Ids, and sealed all the same: whom it is about, and who was picked, would say enough.
    about = SealedField(models.CharField(max_length=36, null=True))
    focal_point = SealedField(models.CharField(max_length=36))
    category = SealedField(models.CharField(max_length=20))
    text = SealedField(models.TextField())
    language = SealedField(models.CharField(max_length=2))
    code_hash = SealedField(models.CharField(max_length=64))


class Handling(SealedRecordRow):
    """What becomes of a complaint. The subject is the complaint."""

    owner = SealedField(models.CharField(max_length=36, null=True))
    due_on = SealedField(models.DateField(null=True))
    answer = SealedField(models.TextField(null=True))
    see = SealedField(models.CharField(max_length=36, null=True))
    is_closed = SealedField(models.BooleanField(null=True))


class Deadline(RecordRow):
    """Within how many days a site answers complaints of each category. The subject is the site."""

    money = models.IntegerField(null=True)
    place = models.IntegerField(null=True)
    treated = models.IntegerField(null=True)
    favour = models.IntegerField(null=True)
    abuse = models.IntegerField(null=True)
    other = models.IntegerField(null=True)


class HandedOver(models.Model):
    """What a first holder's lock left, waiting for the second one: theirs alone, and gone after a day."""

    box = IdField()
    first = IdField()
    # The keys whose lock is open, and whose is not.
    outer = IdField()
    inner = IdField()
    key = models.CharField(max_length=400)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["box", "inner"], name="feedback_handed_over_once")]


class CallWish(EntryRow):
    """How somebody who agreed to it is called. The subject is the wish itself."""

    reception = SealedField(models.CharField(max_length=36))
    number = SealedField(models.CharField(max_length=16))
    whose = SealedField(models.CharField(max_length=10))
    hours = SealedField(models.JSONField())
    language = SealedField(models.CharField(max_length=2))
    word = SealedField(models.CharField(max_length=40))
    call_me = SealedField(models.CharField(max_length=40, null=True))


class Call(EntryRow):
    """One call. The subject is the wish."""

    step = SealedField(models.CharField(max_length=10))
    outcome = SealedField(models.CharField(max_length=20))
    situation = SealedField(models.CharField(max_length=20, null=True))
    received = SealedField(models.CharField(max_length=20, null=True))
    wants_help = SealedField(models.BooleanField(null=True))


class Calling(models.Model):
    """A call that is being made: by whom, how many wrong words were said, whether the right one was. Gone within a
    day."""

    wish = IdField(unique=True)
    worker = IdField()
    at = models.DateTimeField()
    wrong_words = models.IntegerField(default=0)
    is_right = models.BooleanField(default=False)
