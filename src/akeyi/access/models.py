"""Sites, workers and devices, and the secrets of this server that no fact carries."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow
from akeyi.journal.sealing import SealedField


class Site(RecordRow):
    """A place where people are met."""

    code = models.CharField(max_length=40, null=True)
    name = models.CharField(max_length=200, null=True)
    timezone = models.CharField(max_length=40, null=True)
    country = models.CharField(max_length=3, null=True)
    place = models.CharField(max_length=20, null=True)
    lock_s = models.JSONField(null=True)
    lanes = models.JSONField(null=True)


class Organisation(RecordRow):
    """Whose people work here. A state authority's hold no role that reads about anybody but those they met."""

    name = models.CharField(max_length=200, null=True)
    kind = models.CharField(max_length=20, null=True)
    is_active = models.BooleanField(null=True)


class Worker(RecordRow):
    """Staff or volunteer."""

    short_name = models.CharField(max_length=40, null=True)
    works_at = IdField(null=True)
    organisation = IdField(null=True)
    roles = models.JSONField(null=True)
    languages = models.JSONField(null=True)
    is_active = models.BooleanField(null=True)


class Grant(RecordRow):
    """A role for one shift."""

    worker = IdField(null=True, db_index=True)
    role = models.CharField(max_length=40, null=True)
    since_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)


class Vouched(EntryRow):
    """To whom more walls were opened, and whether on tablets or at the office; who said so is in the envelope."""

    way = models.CharField(max_length=8)
    walls = models.JSONField()
    why = models.CharField(max_length=12)


class Device(RecordRow):
    """A tablet as the site manager knows it."""

    label = models.CharField(max_length=40, null=True)
    stands_at = IdField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Read(EntryRow):
    """Somebody looked at a record."""

    what = models.CharField(max_length=40)


class ShutOut(EntryRow):
    """Wrong PINs destroyed a worker's ring on a tablet."""

    wrong_pins = models.IntegerField()


class LetIn(EntryRow):
    """Somebody was given a one-time code for the office; the row's worker is who gave it, None at the machine."""

    why = models.CharField(max_length=10)


class DeviceKey(models.Model):
    """What this server knows of a tablet beyond the facts: its token (as a hash) and the keys of its walls."""

    device = IdField(primary_key=True)
    token_hash = models.BinaryField(db_index=True)
    site = IdField()
    # {wall: {"public": base64, "private": base64 pkcs8}}
    walls = SealedField(models.JSONField(default=dict))
    withdrawn_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    unsent = models.IntegerField(default=0)
    last_n = models.BigIntegerField(default=0)


class DeviceRing(models.Model):
    """Whose ring a tablet holds, and the walls whose private keys are in it, or ever were."""

    device = IdField()
    worker = IdField()
    walls = models.JSONField(default=list)
    made_at = models.DateTimeField()
    # What the tablet itself says of wrong PINs stands in its facts.
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=12, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "worker"], name="one_ring_a_worker_a_device")]


class DeviceGiven(models.Model):
    """How far a tablet was given a stream; kept when the stream is no longer its own, for the day it is lost."""

    device = IdField()
    stream = models.CharField(max_length=100)
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "stream"], name="one_position_a_stream_a_device")]


class Enrolment(models.Model):
    """A one-time code that makes a tablet one of ours."""

    code_hash = models.BinaryField(primary_key=True)
    label = models.CharField(max_length=40)
    site = IdField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Pin(models.Model):
    """A worker's PIN, as Argon2id made it unreadable."""

    worker = IdField(primary_key=True)
    hash = models.CharField(max_length=200)
    # Walls that a second holder of them has opened to it; those that every PIN opens are not named.
    opens = models.JSONField(default=list)


class Badge(models.Model):
    """The secret on a worker's badge, as a hash."""

    worker = IdField(primary_key=True)
    secret_hash = models.CharField(max_length=64)


class DayBadge(models.Model):
    """Makes a volunteer for one shift; `worker`: the one it made. Its row stays, so no number comes again."""

    secret_hash = models.CharField(max_length=64, primary_key=True)
    site = IdField()
    number = models.IntegerField()
    hours = models.IntegerField()
    # Those that were printed together.
    sheet = IdField()
    printed_at = models.DateTimeField()
    printed_by = IdField()
    worker = IdField(null=True)
    is_cancelled = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "number"], name="one_day_badge_a_number")]


class WrongPins(models.Model):
    """How often a worker's PIN was tried since the last right one; `where` is a tablet, or the office."""

    worker = IdField()
    where = models.CharField(max_length=36)
    tries = models.IntegerField()
    tried_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "where"], name="one_count_a_worker_a_place")]


class HubKey(models.Model):
    """The key to which tablets seal what only the hub may open."""

    public = models.BinaryField()
    private = SealedField(models.BinaryField(), row="public")


class OfficeAccount(models.Model):
    """Which worker signs in at the office with which account."""

    user = models.OneToOneField("auth.User", on_delete=models.CASCADE)
    worker = IdField()
    # Walls that a second holder of them has opened to it; those that are open to all are not named.
    opens = models.JSONField(default=list)
    # Made by a demo, whose people nobody has to be.
    is_invented = models.BooleanField(default=False)


class Seed(models.Model):
    """What a code app or recovery codes are reckoned from; `Authenticator.data` names its row."""

    id = IdField(primary_key=True)
    text = SealedField(models.CharField(max_length=200))


class FirstCode(models.Model):
    """A one-time code that lets somebody in to set a passkey or a password of their own."""

    user = models.OneToOneField("auth.User", on_delete=models.CASCADE)
    code_hash = models.BinaryField()
    expires_at = models.DateTimeField()


class KeptIn(EntryRow):
    """A file that was asked for and refused, since its recipient may not have it."""

    export = SealedField(models.CharField(max_length=40))
    recipient = SealedField(models.CharField(max_length=40))
    named = SealedField(models.CharField(max_length=200, null=True))
