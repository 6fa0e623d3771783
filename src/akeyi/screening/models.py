"""Colours, observed needs, requests for a private talk; forms that were published, and what people answered."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow
from akeyi.journal.sealing import SealedField


class Published(EntryRow):
    """A version of a form, or the word that it is asked again or no longer."""

    form = models.CharField(max_length=40)
    number = models.IntegerField()
    titles = models.JSONField()
    xform = models.TextField()
    page = models.TextField()
    is_asked = models.BooleanField()

    class Meta:
        abstract = True


class Form(Published):
    """Forms behind `reception`."""


class SealedPublished(Published):
    """The same behind a wall that is sealed at rest."""

    form = SealedField(models.CharField(max_length=40))
    number = SealedField(models.IntegerField())
    titles = SealedField(models.JSONField())
    xform = SealedField(models.TextField())
    page = SealedField(models.TextField())
    is_asked = SealedField(models.BooleanField())

    class Meta:
        abstract = True


class FormHealth(SealedPublished):
    """Forms behind `health`."""


class FormChild(SealedPublished):
    """Forms behind `child`."""


class FormProtection(SealedPublished):
    """Forms behind `protection`."""


class Answered(EntryRow):
    """What one person answered to one version of a form."""

    version = IdField()
    answers = models.JSONField()
    language = models.CharField(max_length=2)
    interpreter = models.CharField(max_length=10)

    class Meta:
        abstract = True


class Answer(Answered):
    """Answers behind `reception`."""


class SealedAnswered(Answered):
    """The same behind a wall that is sealed at rest."""

    answers = SealedField(models.JSONField())
    language = SealedField(models.CharField(max_length=2))
    interpreter = SealedField(models.CharField(max_length=10))

    class Meta:
        abstract = True


class AnswerHealth(SealedAnswered):
    """Answers behind `health`."""


class AnswerChild(SealedAnswered):
    """Answers behind `child`."""


class AnswerProtection(SealedAnswered):
    """Answers behind `protection`."""


class Triage(EntryRow):
    """How soon somebody has to be seen; whoever has no row was not yet looked at."""

    colour = models.CharField(max_length=10)
    place = models.CharField(max_length=4, null=True)


class Seen(EntryRow):
    """Somebody who can help was with them."""


class LastWord(EntryRow):
    """What was asked at the door."""

    has_eaten = models.BooleanField(null=True)
    knows_way = models.BooleanField(null=True)
    decision = models.CharField(max_length=20, null=True)


class AskFirst(EntryRow):
    """Whether health is asked before somebody travels."""

    is_asked = models.BooleanField()


class HealthNeed(EntryRow):
    """An observed need of the body."""

    tag = SealedField(models.CharField(max_length=40))


class ChildNeed(EntryRow):
    """An observed need of a child."""

    tag = SealedField(models.CharField(max_length=40))


class ProtectionNeed(EntryRow):
    """An observed need of protection."""

    tag = SealedField(models.CharField(max_length=40))


class Request(EntryRow):
    """Please come."""

    card = SealedField(models.CharField(max_length=40, null=True))
    station = SealedField(models.CharField(max_length=40, null=True))
    talk_to = SealedField(models.CharField(max_length=10, null=True))
    language = SealedField(models.CharField(max_length=40, null=True))
    company = SealedField(models.CharField(max_length=20, null=True))


class Met(EntryRow):
    """Somebody came."""

    outcome = SealedField(models.CharField(max_length=20))
    interpreter = SealedField(models.CharField(max_length=20, null=True))
    interpreting_worker = IdField(null=True)
