"""Keys of those who hold sealed statements, the statements as they came, and who opened which."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow


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

    locks = models.JSONField()
    content = models.TextField()


class Opened(EntryRow):
    """A holder opened one of the two locks of a box."""

    lock = models.CharField(max_length=10)


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
