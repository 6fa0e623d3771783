"""The tables of the journal: envelopes for ever, bodies that can go, listings in streams, and what was set aside."""

from django.db import models

from .fields import IdField
from .sealing import SealedField


class Head(models.Model):
    """The one row that is locked before anything is written."""

    position = models.BigIntegerField(default=0)
    chain = models.BinaryField(default=b"")
    # Random: a restored or copied server starts a new one.
    epoch = IdField()
    # The server is a teller too: its own device id, its last n and its clock.
    device = IdField()
    n = models.BigIntegerField(default=0)
    clock = models.CharField(max_length=16, default="0" * 16)


class Envelope(models.Model):
    """Who said what, when, about what: append-only for ever."""

    id = IdField(primary_key=True)
    kind = models.CharField(max_length=60)
    version = models.IntegerField()
    subject = IdField()
    wall = models.CharField(max_length=12)
    site = IdField()
    arrivals = models.TextField()  # ids joined by commas, as told
    at = models.CharField(max_length=32)
    clock = models.CharField(max_length=16)
    device = IdField()
    n = models.BigIntegerField()
    worker = IdField(null=True)
    digest = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "kind"], name="journal_envelope_subject"),
            models.Index(fields=["device", "n"], name="journal_envelope_device_n"),
        ]


class Body(models.Model):
    """What was said, with the salt of its digest: can be added and deleted, never changed."""

    id = IdField(primary_key=True)
    salt = models.BinaryField()
    text = models.TextField()
    # Instead of both, which are empty then, behind walls that are sealed at rest: the salt too, since whoever has it
    # can try short texts against the digest until one fits.
    sealed = models.BinaryField(null=True)


class Stream(models.Model):
    """All listings of one scope and wall: how many distinct facts, and the sum of their hashes."""

    name = models.CharField(max_length=100, unique=True)
    count = models.BigIntegerField(default=0)
    sum = models.CharField(max_length=16, default="0" * 16)
    last = models.BigIntegerField(default=0)


class Listing(models.Model):
    """A fact entered a stream: numbered without gaps, chained by hash."""

    # Always given, never drawn; as an automatic number it costs SQLite no index of its own.
    position = models.BigAutoField(primary_key=True)
    stream = models.IntegerField()
    fact = IdField()
    chain = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["stream", "position"], name="journal_listing_stream"),
            models.Index(fields=["fact"], name="journal_listing_fact"),
        ]


class Entered(models.Model):
    """A subject belongs to an arrival's streams from some fact on."""

    subject = IdField()
    arrival = IdField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "arrival"], name="journal_entered_once")]


class Aside(models.Model):
    """A fact not understood here yet: kept, numbered, tried again at the next upgrade."""

    fact = IdField(primary_key=True)
    reason = models.CharField(max_length=60)


class Unreadable(models.Model):
    """Bytes that are no fact, or another fact under a known id: kept beside, unnumbered."""

    came_from = IdField(null=True)
    reason = models.CharField(max_length=60)
    # Nobody knows behind which wall they belong. `mark`: keyed hash of the bytes, so that they are known again.
    bytes = SealedField(models.BinaryField(), row="mark")
    mark = models.BinaryField(db_index=True)
    received_at = models.DateTimeField(auto_now_add=True)


class Suspect(models.Model):
    """A fact whose clock cannot be right; it stands all the same."""

    fact = IdField(primary_key=True)
    reason = models.CharField(max_length=60)


class EntryRow(models.Model):
    """What every row of an entry carries."""

    id = IdField(primary_key=True)
    subject = IdField(db_index=True)
    site = IdField()
    at = models.DateTimeField()
    clock = models.CharField(max_length=16)
    device = IdField()
    worker = IdField(null=True)

    class Meta:
        abstract = True


class RecordRow(models.Model):
    """What every row of a record carries; `answers` lists fields on which more than one answer stands."""

    subject = IdField(primary_key=True)
    site = IdField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    answers = models.JSONField(default=dict)

    class Meta:
        abstract = True


class SealedRecordRow(RecordRow):
    """The same behind a wall that is sealed at rest."""

    answers = SealedField(models.JSONField(default=dict))

    class Meta:
        abstract = True


class Void(EntryRow):
    """Takes back one entry, for ever."""

    wall = models.CharField(max_length=12)
    target = IdField(db_index=True)


class Decision(EntryRow):
    """What was decided about facts of a withdrawn device."""

    verdict = models.CharField(max_length=12)
    facts = models.JSONField()


class Verdict(models.Model):
    """One fact named by one decision: what the decisions add up to, by fact."""

    decision = IdField()
    fact = IdField(db_index=True)
    verdict = models.CharField(max_length=12)
    clock = models.CharField(max_length=16)


class Erasure(EntryRow):
    """Everything said about a subject behind a wall is gone, and stays gone."""

    wall = models.CharField(max_length=12)
    reason = SealedField(models.CharField(max_length=60))


class HeldTwice(models.Model):
    """Up to which position facts are held in a second place too: a neighbour or a backup."""

    place = models.CharField(max_length=200, unique=True)
    position = models.BigIntegerField()
    at = models.DateTimeField(auto_now=True)
