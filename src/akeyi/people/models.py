"""Receptions, cards, rolls and household tokens."""

from typing import Any

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow, RecordRow, SealedRecordRow
from akeyi.journal.sealing import SealedField


class Series(EntryRow):
    """A series of card numbers."""

    name = models.CharField(max_length=40)
    prefix = models.CharField(max_length=3)
    secret = models.CharField(max_length=64)
    count = models.IntegerField()
    roll_size = models.IntegerField()


class Roll(RecordRow):
    """The run of cards opened for an arrival."""

    series = IdField(null=True)
    number = models.IntegerField(null=True)
    arrival = IdField(null=True, db_index=True)


class Reception(RecordRow):
    """One person's way through one arrival, from the card on; or a household token."""

    card = models.CharField(max_length=8, null=True, db_index=True)
    roll = IdField(null=True, db_index=True)
    arrival = IdField(null=True, db_index=True)
    is_token = models.BooleanField(null=True)
    age_group = models.CharField(max_length=10, null=True)
    sex = models.CharField(max_length=10, null=True)
    birth_on = models.DateField(null=True)
    age = models.IntegerField(null=True)
    is_about = models.BooleanField(null=True)
    family_name = models.CharField(max_length=200, null=True)
    given_names = models.CharField(max_length=200, null=True)
    by_card_only = models.BooleanField(null=True)
    languages = models.JSONField(null=True)
    family = IdField(null=True, db_index=True)
    destination = models.CharField(max_length=40, null=True)
    line = IdField(null=True, db_index=True)
    nationalities = models.JSONField(null=True)
    birth_country = models.CharField(max_length=40, null=True)
    last_stay_country = models.CharField(max_length=40, null=True)
    papers = models.CharField(max_length=200, null=True)
    phone = models.CharField(max_length=40, null=True)
    phone_owner = models.CharField(max_length=200, null=True)


class CardReplaced(EntryRow):
    """A card was lost or broken: the old number died, the reception goes on."""

    old_card = models.CharField(max_length=8)
    new_card = models.CharField(max_length=8)
    new_reception = IdField(db_index=True)


class CardSwapped(EntryRow):
    """Two cards were crossed: what was registered changed places."""

    other = IdField()


class CardReturned(EntryRow):
    """The card came back at the door."""


class HouseholdMove(EntryRow):
    """People came to a household token, or moved from one to another card."""

    source = IdField(null=True, db_index=True)
    target = IdField(db_index=True)
    why = models.CharField(max_length=10)
    groups = models.JSONField()


class Came(SealedRecordRow):
    """How a person says they came."""

    how_came = SealedField(models.CharField(max_length=20, null=True))


class Answer(EntryRow):
    """A person's answer to whether something may be passed on, or their taking it back."""

    purpose = models.CharField(max_length=40)
    answer = models.CharField(max_length=10)
    how = models.CharField(max_length=10)
    proxy = models.CharField(max_length=20, null=True)
    proxy_why = models.CharField(max_length=20, null=True)
    language = models.CharField(max_length=40, null=True)
    is_interpreted = models.BooleanField()
    notice = models.CharField(max_length=40, null=True)
    withdraws = models.JSONField(null=True)
    # Which service it is about, and what that may be told: only where a service is told something.
    service: Any = None
    items: Any = None

    class Meta:
        abstract = True


class Consent(Answer):
    """Answers that stand behind `reception`."""


class SealedAnswer(Answer):
    """The same behind a wall that is sealed at rest."""

    purpose = SealedField(models.CharField(max_length=40))
    answer = SealedField(models.CharField(max_length=10))
    how = SealedField(models.CharField(max_length=10))
    proxy = SealedField(models.CharField(max_length=20, null=True))
    proxy_why = SealedField(models.CharField(max_length=20, null=True))
    language = SealedField(models.CharField(max_length=40, null=True))
    is_interpreted = SealedField(models.BooleanField())
    notice = SealedField(models.CharField(max_length=40, null=True))
    withdraws = SealedField(models.JSONField(null=True))
    # An id, and sealed all the same: which service it is says why.
    service = SealedField(models.CharField(max_length=36, null=True))
    items = SealedField(models.JSONField(null=True))

    class Meta:
        abstract = True


class ConsentHealth(SealedAnswer):
    """Answers that stand behind `health`."""


class ConsentChild(SealedAnswer):
    """Answers that stand behind `child`."""


class ConsentProtection(SealedAnswer):
    """Answers that stand behind `protection`."""


class Notice(EntryRow):
    """A text that is read out to people, from the moment when it was first in force."""

    message = models.CharField(max_length=40)
    language = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    words = models.TextField()
    is_recorded = models.BooleanField()


class Place(RecordRow):
    """A place where people go, where a site said something of it."""

    code = models.CharField(max_length=40, null=True)
    name = models.CharField(max_length=40, null=True)
    within = models.CharField(max_length=40, null=True)
    also = models.JSONField(null=True)
    is_active = models.BooleanField(null=True)
