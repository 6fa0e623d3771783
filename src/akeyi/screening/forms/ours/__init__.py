"""The forms that come with Akeyi, as XLSForms: nobody's in particular, each to be adapted by whoever asks it."""

from . import washington_group
from .build import OwnForm

FORMS: tuple[OwnForm, ...] = (washington_group.FORM,)
