"""A form about children was published, in a new version, or is asked again or no longer."""

from akeyi.journal.declare import entry
from akeyi.screening.models import FormChild

from .form import FormPublished


@entry("screening.form_child", version=1, into=FormChild, wall="child", keep="ledger", told_by=("information",))
class FormOfChild(FormPublished):
    pass
