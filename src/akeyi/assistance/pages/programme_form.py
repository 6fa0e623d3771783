"""The form in which an officer writes a programme: for whom, what, how often, from when on."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.arrivals.wording import HOW
from akeyi.errors.programmes import (
    BEGINS_TOO_EARLY,
    ENDS_BEFORE_IT_BEGINS,
    GIVES_IT_TWICE,
    GIVES_NOTHING,
    NOBODY_OF_THAT_AGE,
)

from ..models import Item, Programme
from ..wording import OFTEN, PER, named

NAMES = {"name_ht": "ht", "name_fr": "fr", "name_es": "es", "name_en": "en"}
EVERY = "hours"


class Day(forms.DateField):
    """A day, chosen from a calendar where the browser has one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class ProgrammeForm(OfficeForm):
    name_ht = Lines(label="Kreyòl", required=True, max_length=40)
    name_fr = Lines(label="Français", required=True, max_length=40)
    name_es = Lines(label="Español", required=True, max_length=40)
    name_en = Lines(label="English", required=True, max_length=40)
    sex = forms.ChoiceField(
        label=_("For whom"),
        choices=(("", _("Everybody")), ("female", _("Women and girls")), ("male", _("Men and boys"))),
        widget=forms.RadioSelect,
        required=False,
    )
    age_from = forms.IntegerField(label=_("From how many years"), min_value=0, max_value=130, required=False)
    age_to = forms.IntegerField(
        label=_("Up to how many years"), min_value=0, max_value=130, required=False, help_text=_("That year included.")
    )
    hows = forms.MultipleChoiceField(
        label=_("How they arrived"),
        choices=HOW.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nothing chosen: however they arrived."),
    )
    with_voucher = forms.BooleanField(
        label=_("Only with a voucher"),
        required=False,
        help_text=_(
            "Whoever screens gives the voucher, for a need that nobody else learns of. So the name of the programme "
            "says no need either."
        ),
    )
    since = Day(label=_("From which day on"), help_text=_("For people who arrive on that day or later."))
    until = Day(label=_("Until which day"), required=False, help_text=_("That day included. Empty: without an end."))

    def __init__(self, *args: Any, earliest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earliest = earliest

    def clean_since(self) -> date:
        since = self.cleaned_data["since"]
        if since < self.earliest:
            raise forms.ValidationError(in_words(BEGINS_TOO_EARLY, day=self.earliest.isoformat()))
        return since

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("until") and told.get("since") and told["until"] < told["since"]:
            self.add_error("until", in_words(ENDS_BEFORE_IT_BEGINS))
        if None not in (told.get("age_from"), told.get("age_to")) and told["age_to"] < told["age_from"]:
            self.add_error("age_to", in_words(NOBODY_OF_THAT_AGE))
        return told


class GivesForm(OfficeForm):
    """One line of what is given; an empty one says nothing."""

    per = forms.ChoiceField(label=_("For"), choices=PER.items())
    often = forms.ChoiceField(label=_("How often"), choices=(*OFTEN.items(), (EVERY, _("every few hours"))))
    every_hours = forms.IntegerField(label=_("Every how many hours"), min_value=1, max_value=720, required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("often") == EVERY and not told.get("every_hours") and "every_hours" not in self.errors:
            self.add_error("every_hours", self.fields["every_hours"].error_messages["required"])
        return told

    def _how(self) -> dict[str, Any]:
        told = self.cleaned_data
        hours = told["every_hours"] if told["often"] == EVERY else None
        return {"per": told["per"], "often": "any" if hours else told["often"], "every_hours": hours}


class ItemLineForm(GivesForm):
    item = forms.ChoiceField(label=_("What"), required=False)
    quantity = forms.IntegerField(label=_("How many"), min_value=1, max_value=20, initial=1)
    field_order = ("item", "quantity", "per", "often", "every_hours")

    def __init__(self, *args: Any, items: list[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.subject, named(one.names or {})) for one in items]
        self.fields["item"].choices = [("", "–"), *choices]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any] | None:
        told = self.cleaned_data
        return {"item": told["item"], "quantity": told["quantity"]} | self._how() if told["item"] else None


class CashLineForm(GivesForm):
    amount = forms.DecimalField(
        label=_("Amount of cash"), required=False, min_value=0, max_digits=11, decimal_places=2, localize=False
    )
    currency = forms.RegexField(
        r"^[A-Z]{3}$",
        label=_("Currency"),
        initial="HTG",
        max_length=3,
        help_text=_("Three letters, as HTG or USD."),
    )
    field_order = ("amount", "currency", "per", "often", "every_hours")

    def said(self) -> dict[str, Any] | None:
        told = self.cleaned_data
        if not told["amount"]:
            return None
        return {"amount": f"{told['amount']:f}", "currency": told["currency"]} | self._how()


class WholeProgramme:
    """The form with its lines: as it was written, or as a version stands."""

    def __init__(self, data: Any, items: list[Item], earliest: date, stands: Programme | None = None) -> None:
        data = data or None
        initial: dict[str, Any] = {"since": earliest}
        lines: list[dict[str, Any]] = []
        cash: list[dict[str, Any]] = []
        if stands:
            names = {name: stands.names.get(language, "") for name, language in NAMES.items()}
            kept = ("sex", "age_from", "age_to", "hows", "with_voucher")
            until = stands.until if stands.until and stands.until >= earliest else None
            initial = names | {name: getattr(stands, name) for name in kept} | {"since": earliest, "until": until}
            lines, cash = (
                [one | {"often": EVERY if one["every_hours"] else one["often"]} for one in told]
                for told in (stands.items, stands.cash)
            )
        self.about = ProgrammeForm(data, earliest=earliest, initial=initial)
        # Those that stand, and some that are empty; what is full is written anew with more.
        rows = max(4, len(lines) + 1)
        self.lines = [
            ItemLineForm(data, prefix=f"line{n}", items=items, initial=lines[n] if n < len(lines) else None)
            for n in range(rows)
        ]
        self.cash = CashLineForm(data, prefix="cash", initial=cash[0] if cash else None)
        self.problem = ""

    def is_valid(self) -> bool:
        # Each is asked, so that every mistake is shown at once.
        valid = [one.is_valid() for one in (self.about, *self.lines, self.cash)]
        if not all(valid):
            return False
        said = [one["item"] for one in self.items()]
        if not said and not self.cash.said():
            self.problem = in_words(GIVES_NOTHING)
        elif len(said) != len(set(said)):
            self.problem = in_words(GIVES_IT_TWICE)
        return not self.problem

    def items(self) -> list[dict[str, Any]]:
        return [said for one in self.lines if (said := one.said())]

    def said(self) -> dict[str, Any]:
        """The fields of a version."""
        told = self.about.cleaned_data
        cash = self.cash.said()
        return {
            "names": {language: told[name] for name, language in NAMES.items()},
            "since": told["since"].isoformat(),
            "until": told["until"] and told["until"].isoformat(),
            "sex": told["sex"] or None,
            "age_from": told["age_from"],
            "age_to": told["age_to"],
            "hows": told["hows"],
            "with_voucher": told["with_voucher"],
            "items": self.items(),
            "cash": [cash] if cash else [],
        }


def earliest(today: date, is_first: bool) -> date:
    """The first day of a version. What people of today get stays; a new programme may begin today."""
    return today if is_first else today + timedelta(days=1)
