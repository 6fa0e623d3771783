"""A form that health workers ask was published, in a new version, or is asked again or no longer."""

from akeyi.journal.declare import entry
from akeyi.screening.models import FormHealth

from .form import FormPublished


@entry("screening.form_health", version=1, into=FormHealth, wall="health", keep="ledger", told_by=("information",))
class FormOfHealth(FormPublished):
    pass
