"""A form that protection workers ask was published, in a new version, or is asked again or no longer."""

from akeyi.journal.declare import entry
from akeyi.screening.models import FormProtection

from .form import FormPublished


@entry(
    "screening.form_protection",
    version=1,
    into=FormProtection,
    wall="protection",
    keep="ledger",
    told_by=("information",),
)
class FormOfProtection(FormPublished):
    pass
