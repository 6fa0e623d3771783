"""Arrivals and what others and we ourselves say about how many came."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow


class Arrival(RecordRow):
    """A flight, boat, bus convoy, truck, or people on foot."""

    how = models.CharField(max_length=20, null=True)
    label = models.CharField(max_length=40, null=True)
    carrier = models.CharField(max_length=200, null=True)
    origin = models.CharField(max_length=200, null=True)
    status = models.CharField(max_length=20, null=True)
    eta_at = models.DateTimeField(null=True)
    landed_at = models.DateTimeField(null=True)
    stops = models.JSONField(null=True)
    notified_by = models.CharField(max_length=200, null=True)
    channel = models.CharField(max_length=40, null=True)
    follows = IdField(null=True)
    elsewhere = models.CharField(max_length=200, null=True)
    door = models.CharField(max_length=40, null=True)
    lane = models.CharField(max_length=40, null=True)


class Expected(EntryRow):
    """How many, as somebody said."""

    claim = models.CharField(max_length=20)
    said_by = models.CharField(max_length=200)
    total = models.IntegerField()
    groups = models.JSONField(null=True)


class Tally(EntryRow):
    """One tap of the counter."""

    group = models.CharField(max_length=10)
    count = models.IntegerField()
    counting = models.CharField(max_length=8)
    door = models.CharField(max_length=40)
    how = models.CharField(max_length=8)


class Sweep(EntryRow):
    """The hall counted again, all arrivals together."""

    found = models.IntegerField()
    of = models.JSONField()


class WaitingOutside(EntryRow):
    """How many wait outside."""

    people = models.IntegerField()
    lane = models.CharField(max_length=40, null=True)


class Sample(EntryRow):
    """How many came in some minutes."""

    people = models.IntegerField()
    minutes = models.IntegerField()


class Manifest(EntryRow):
    """A list that others sent."""

    arrival = IdField(db_index=True)
    format = models.CharField(max_length=40)
    lines = models.IntegerField()
    stated = models.IntegerField(null=True)
    said_by = models.CharField(max_length=200, null=True)


class Line(EntryRow):
    """One line of a list: a claim, not a truth."""

    manifest = IdField(db_index=True)
    arrival = IdField(db_index=True)
    number = models.IntegerField()
    family_name = models.CharField(max_length=200, null=True)
    given_names = models.CharField(max_length=200, null=True)
    sex = models.CharField(max_length=10)
    birth_on = models.DateField(null=True)
    age = models.IntegerField(null=True)
    nationality = models.CharField(max_length=40, null=True)
    document_number = models.CharField(max_length=40, null=True)
    family_group = models.CharField(max_length=40, null=True)
