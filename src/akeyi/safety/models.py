"""Pauses of the hall and who was seen meanwhile; whose bag is whose, what was found and what is missed."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


class Pause(EntryRow):
    """The hall stops, or is emptied."""

    how = models.CharField(max_length=10)


class Resume(EntryRow):
    """The pauses named have ended."""

    ends = models.JSONField()


class Seen(EntryRow):
    """Somebody was seen at the other place."""

    pause = IdField(db_index=True)
    people = models.IntegerField()


class Tag(EntryRow):
    """A bag is somebody's."""

    tag = models.CharField(max_length=40, db_index=True)
    card = models.CharField(max_length=40)


class TagBack(EntryRow):
    """A bag was given back."""

    tag = models.CharField(max_length=40)


class Thing(EntryRow):
    """Something was found, or is missed."""

    what = models.CharField(max_length=10)
    description = models.CharField(max_length=200)
    place = models.CharField(max_length=40, null=True)


class ThingBack(EntryRow):
    """What was found was given back."""

    thing = IdField()


class Before(EntryRow):
    """Lost or taken before arrival."""

    description = models.CharField(max_length=200)
    place = models.CharField(max_length=200, null=True)
    kept_by = models.CharField(max_length=200, null=True)
