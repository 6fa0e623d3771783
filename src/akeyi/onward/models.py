"""How people leave: roads, trips, and exits."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow


class Exit(EntryRow):
    """Somebody left the site."""

    how = models.CharField(max_length=24)
    destination = models.CharField(max_length=40, null=True)
    with_whom = models.CharField(max_length=200, null=True)
    people = models.IntegerField()
    groups = models.JSONField(null=True)
    trip = IdField(null=True, db_index=True)


class Route(RecordRow):
    """A way from the site to a place."""

    destination = models.CharField(max_length=40, null=True)
    via = models.CharField(max_length=200, null=True)
    stops = models.JSONField(null=True)
    takes_min = models.IntegerField(null=True)
    is_active = models.BooleanField(null=True)


class RouteStatus(EntryRow):
    """What somebody said of a road."""

    status = models.CharField(max_length=10)
    said_by = models.CharField(max_length=200)
    until = models.DateTimeField(null=True)


class Trip(RecordRow):
    """A vehicle that takes people on."""

    route = IdField(null=True)
    vehicle = models.CharField(max_length=40, null=True)
    driver = models.CharField(max_length=40, null=True)
    phone = models.CharField(max_length=40, null=True)
    seats = models.IntegerField(null=True)
    leaves_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    stops = models.JSONField(null=True)
    is_cancelled = models.BooleanField(null=True)


class Departure(EntryRow):
    """A trip left."""

    why = models.CharField(max_length=200, null=True)
    second_worker = IdField(null=True)


class Contact(EntryRow):
    """Word of a trip that is under way."""

    what = models.CharField(max_length=20)
    said_by = models.CharField(max_length=200, null=True)


class Night(EntryRow):
    """Where somebody sleeps, waits, or has slept."""

    where = models.CharField(max_length=10)
