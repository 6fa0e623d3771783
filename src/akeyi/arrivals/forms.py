"""What is asked at a table about an arrival, and about how many are expected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.errors.lists import TOO_BIG
from akeyi.errors.office import GROUPS_ARE_MORE, NOBODY_SAID_SO

from .groups import GROUPS
from .readers.limits import LARGEST_FILE
from .wording import CHANNEL, HOW
from .wording import GROUPS as GROUP_WORDS

MOMENT = "%Y-%m-%dT%H:%M"


class ArrivalForm(OfficeForm):
    """An arrival as it is announced or corrected; everything but the kind may be unknown."""

    how = forms.ChoiceField(label=_("How do they come?"), choices=HOW.items(), widget=forms.RadioSelect)
    label = Lines(
        label=_("Name of the arrival"),
        max_length=40,
        help_text=_("As the hall will call it: GXA 3301, Truck from Belladère"),
    )
    eta_at = forms.DateTimeField(
        label=_("When will they be here?"),
        required=False,
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        help_text=_("In the time of this site. Each change is kept."),
    )
    origin = Lines(label=_("From where?"))
    carrier = Lines(label=_("Who brings them?"), help_text=_("Airline, boat, bus company, authority"))
    stops = forms.CharField(
        label=_("Stops on the way"),
        required=False,
        max_length=400,
        help_text=_("One after the other, with commas between them"),
    )
    door = Lines(label=_("Door or gate"), max_length=40)
    notified_by = Lines(label=_("Who told us?"))
    channel = forms.ChoiceField(label=_("How were we told?"), required=False, choices=[("", "–"), *CHANNEL.items()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].widget.attrs.pop("class", None)
        self.fields["eta_at"].error_messages["invalid"] = _("This is no day and time that can be read.")

    def clean_stops(self) -> list[str] | None:
        return [stop for part in self.cleaned_data["stops"].split(",") if (stop := part.strip()[:200])] or None

    def clean_channel(self) -> str | None:
        return self.cleaned_data["channel"] or None


class ClaimForm(OfficeForm):
    """How many are expected or on the plane: a claim with who made it."""

    prefix_of_groups = "group_"
    claim = forms.ChoiceField(
        label=_("What was said?"),
        choices=[("expected", _("So many are expected")), ("on_the_plane", _("So many are on the plane or on board"))],
        widget=forms.RadioSelect,
        initial="expected",
    )
    said_by = Lines(label=_("Who said so?"), help_text=_("An office, a carrier, a colleague at the departure"))
    total = forms.IntegerField(label=_("People in all"), required=False, min_value=0, max_value=100_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for group in GROUPS[:-1]:
            self.fields[self.prefix_of_groups + group] = forms.IntegerField(
                label=str(GROUP_WORDS[group]),
                required=False,
                min_value=0,
                max_value=100_000,
                widget=forms.NumberInput(attrs={"class": "input short", "inputmode": "numeric", "autocomplete": "off"}),
            )
        self.fields["total"].widget.attrs["class"] = "input short"
        for name, field in self.fields.items():
            if name not in ("claim", "said_by"):
                field.error_messages |= {
                    "invalid": _("Please type a whole number."),
                    "min_value": _("This cannot be below 0."),
                    "max_value": _("This is too high a number."),
                }

    @property
    def group_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith(self.prefix_of_groups)]

    @property
    def says_something(self) -> bool:
        """Whether anybody said how many, at all."""
        return self.cleaned_data.get("total") is not None or bool(self.groups)

    @property
    def groups(self) -> dict[str, int]:
        return {
            name.removeprefix(self.prefix_of_groups): number
            for name, number in self.cleaned_data.items()
            if name.startswith(self.prefix_of_groups) and number
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.errors or not self.says_something:
            return said
        if not said.get("said_by"):
            self.add_error("said_by", in_words(NOBODY_SAID_SO))
        by_group = sum(self.groups.values())
        if said.get("total") is None:
            said["total"] = by_group
        elif by_group > said["total"]:
            self.add_error("total", in_words(GROUPS_ARE_MORE))
        return said


class UploadForm(OfficeForm):
    """A file, and who stands for it."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_(
            "CSV, Excel (XLSX, XLS), ODS or PAXLST; 20 MB at most. Nothing is kept before you have looked at it."
        ),
    )
    said_by = Lines(label=_("Who sent it?"), required=True, help_text=_("An office, a carrier, a colleague"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(in_words(TOO_BIG, most=LARGEST_FILE // 2**20))
        return file
