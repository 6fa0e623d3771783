"""Corrects what is held about a person; what is told has seen what stood on the page, and nothing else."""

import json
import re
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.errors.office import CARD_OF_NOBODY, NO_CARD_NUMBER, NO_DAY_OF_BIRTH
from akeyi.journal.sql import Sql
from akeyi.journal.tell import Saying, standing, tell
from akeyi.journal.terms import FIRST_BIRTH
from akeyi.people import queries, rules, wording
from akeyi.people.cards.numbers import CardNumberProblem, spoken, typed
from akeyi.people.departments import place_name, to_choose
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.known_cards import NoSeries, place_of
from akeyi.people.models import Reception

NOT_SAID = [("", _("Not said"))]
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class WordsField(Lines):
    """Several words, with commas between them."""

    def to_python(self, value: Any) -> Any:
        words = [word.strip() for word in str(value or "").split(",")]
        return [word[:40] for word in words if word] or None

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        pass

    def run_validators(self, value: Any) -> None:
        pass


class CorrectionForm(OfficeForm):
    given_names = Lines(label=wording.FIELDS["given_names"])
    family_name = Lines(label=wording.FIELDS["family_name"])
    by_card_only = forms.BooleanField(label=wording.FIELDS["by_card_only"], required=False)
    sex = forms.ChoiceField(
        label=wording.FIELDS["sex"], required=False, choices=[("", _("Not asked yet")), *wording.SEXES.items()]
    )
    birth_on = forms.DateField(
        label=wording.FIELDS["birth_on"],
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    age = forms.IntegerField(label=wording.FIELDS["age"], required=False, min_value=0, max_value=130)
    is_about = forms.BooleanField(label=wording.FIELDS["is_about"], required=False)
    age_group = forms.ChoiceField(
        label=wording.FIELDS["age_group"], required=False, choices=[*NOT_SAID, *wording.AGE_GROUPS.items()]
    )
    languages = forms.MultipleChoiceField(
        label=wording.FIELDS["languages"],
        required=False,
        choices=[*wording.LANGUAGES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    family = Lines(label=_("Same family as card"), help_text=_("The number of any card of the family; empty: none."))
    arrival = forms.ChoiceField(
        label=wording.FIELDS["arrival"], required=False, help_text=_("Only where the card's roll is not right.")
    )
    destination = forms.ChoiceField(label=wording.FIELDS["destination"], required=False)
    nationalities = WordsField(label=wording.FIELDS["nationalities"])
    birth_country = Lines(label=wording.FIELDS["birth_country"], max_length=40)
    last_stay_country = Lines(label=wording.FIELDS["last_stay_country"], max_length=40)
    papers = Lines(label=wording.FIELDS["papers"])
    phone = Lines(label=wording.FIELDS["phone"], max_length=40)
    phone_owner = Lines(label=wording.FIELDS["phone_owner"])
    saw = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, viewer: Viewer, one: Reception, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer, self.one = viewer, one
        choices = [(flight.subject, flight.label or "") for flight in arrivals.arrivals(viewer.site)]
        self.fields["arrival"].choices = [("", _("As the card's roll says")), *choices]  # type: ignore[attr-defined]
        places = queries.places(viewer.site)
        offered = [*NOT_SAID, *to_choose(places)]
        if one.destination and one.destination not in places:
            # A place that was taken off the list stays what the person said.
            offered.append((one.destination, place_name(one.destination, places)))
        self.fields["destination"].choices = offered  # type: ignore[attr-defined]

    def clean_birth_on(self) -> date | None:
        born: date | None = self.cleaned_data["birth_on"]
        if born and not FIRST_BIRTH <= born <= timezone.localdate():
            raise forms.ValidationError(in_words(NO_DAY_OF_BIRTH))
        return born

    def clean_family(self) -> str | None:
        text = self.cleaned_data["family"]
        if not text:
            return None
        try:
            place = place_of(self.viewer.site, typed(text))
        except (CardNumberProblem, NoSeries):
            raise forms.ValidationError(in_words(NO_CARD_NUMBER)) from None
        other = queries.reception(self.viewer, place.reception)
        if other is None:
            raise forms.ValidationError(in_words(CARD_OF_NOBODY))
        return rules.family_of(other.subject, other.family)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in cleaned.items():
            if value == "" or value == []:
                cleaned[name] = None
        return cleaned


@office_page("reception")
def correct(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = queries.reception(viewer, id)
    if one is None:
        raise Http404
    names = [name for name in CorrectionForm.base_fields if name != "saw"]
    stands = {name: getattr(one, name) for name in names}
    shown = stands | {
        "family": _card_of(viewer, one.family),
        "saw": json.dumps(standing(Sql(), "people.reception", one.subject, names)),
    }
    form = CorrectionForm(request.POST or None, initial=shown, viewer=viewer, one=one)
    if form.is_valid():
        said = changed(form, {name: _plain(value) for name, value in stands.items()})
        # A box that nobody touched says nothing.
        said = {name: value for name, value in said.items() if value is not False or stands[name]}
        if "family" in said and rules.family_of(one.subject, said["family"]) == rules.family_of(
            one.subject, one.family
        ):
            del said["family"]
        if said:
            _tell(viewer, one, said, form.cleaned_data["saw"])
            messages.success(request, gettext("Saved. What stood before is in the history."))
        return redirect("person", one.subject)
    if request.method == "GET":
        noted(viewer, "correction page", one.subject)
    context = {"viewer": viewer, "one": one, "name": wording.name_of(one), "form": form}
    return render(request, "people/correct.html", context)


def _plain(value: Any) -> Any:
    """What stands, as the form gives it back where nothing was touched."""
    return None if value in ("", []) else value


def _tell(viewer: Viewer, one: Reception, said: dict[str, Any], saw: str | None) -> None:
    arrival = said.get("arrival") or queries.everybody(viewer.site).arrival.get(one.subject)
    body = ReceptionRevised(**said, saw={name: ids for name, ids in _seen(saw).items() if name in said})
    tell(
        Saying(
            body,
            site=viewer.site,
            subject=one.subject,
            arrivals=[arrival] if arrival else [],
            worker=viewer.worker,
        )
    )


def _seen(saw: str | None) -> dict[str, list[str]]:
    """The facts behind what the page showed, as it gave them out."""
    try:
        told = json.loads(saw or "{}")
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        name: [id for id in ids if isinstance(id, str) and ID.fullmatch(id)]
        for name, ids in told.items()
        if isinstance(ids, list)
    }


def _card_of(viewer: Viewer, reception: str | None) -> str:
    found = queries.cards(viewer).get(reception or "")
    return spoken(found) if found else ""
