"""Forms of the office pages: every field alike, a label above, the hint under it, the error beside it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class OfficeForm(forms.Form):
    """A form whose fields stand in `access/field.html`; spoken errors are short and say what helps."""

    required_css_class = "needed"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            widget = field.widget
            if not isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple | forms.RadioSelect):
                widget.attrs.setdefault("class", "input")
            widget.attrs.setdefault("autocomplete", "off")
            field.error_messages["required"] = _("Please fill this in.")


class Lines(forms.CharField):
    """Words or lines as facts take them: trimmed, spaces in a row made one, None where nothing is left."""

    def to_python(self, value: Any) -> Any:
        text = " ".join(str(value or "").split())
        return text or None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"max_length": 200, "required": False} | kwargs))


def changed(form: forms.Form, standing: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something else than what stands: only those are told."""
    return {name: value for name, value in form.cleaned_data.items() if name in standing and value != standing[name]}
