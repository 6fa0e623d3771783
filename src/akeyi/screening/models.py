"""Forms that were published, and what people answered."""

from django.db import models

from akeyi.journal.fields import IdField
from akeyi.journal.models import EntryRow


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


class FormHealth(Published):
    """Forms behind `health`."""


class FormChild(Published):
    """Forms behind `child`."""


class FormProtection(Published):
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


class AnswerHealth(Answered):
    """Answers behind `health`."""


class AnswerChild(Answered):
    """Answers behind `child`."""


class AnswerProtection(Answered):
    """Answers behind `protection`."""
