"""The forms that come with Akeyi, as XLSForms: nobody's in particular, each to be adapted by whoever asks it."""

from . import child, feedback, health_check, private_talk, washington_group
from .build import OwnForm

FORMS: tuple[OwnForm, ...] = (
    private_talk.FORM,
    child.FORM,
    health_check.FORM,
    washington_group.FORM,
    feedback.FORM,
)
