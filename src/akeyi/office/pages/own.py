"""People a state authority's worker registers at the table, and corrects while they are here; nobody else's words."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.access.walls import ROUNDED
from akeyi.errors.office import CARD_OF_SOMEBODY_ELSE, NO_CARD_NUMBER, NO_CARDS_PRINTED
from akeyi.journal.tell import Saying, tell
from akeyi.people import known_cards, wording
from akeyi.people.cards.numbers import CardNumberProblem, spoken, typed
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.queries import is_told_of

from .. import own


class PersonForm(OfficeForm):
    given_names = Lines(label=wording.FIELDS["given_names"])
    family_name = Lines(label=wording.FIELDS["family_name"])
    sex = forms.ChoiceField(
        label=wording.FIELDS["sex"], required=False, choices=[("", _("Not asked yet")), *wording.SEXES.items()]
    )
    age = forms.IntegerField(label=wording.FIELDS["age"], required=False, min_value=0, max_value=130)

    def clean_sex(self) -> str | None:
        return self.cleaned_data["sex"] or None


class NewPersonForm(PersonForm):
    card = Lines(label=wording.FIELDS["card"], required=True, max_length=40)
    field_order = ["card"]

    def __init__(self, *args: Any, site: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site

    def clean_card(self) -> known_cards.Place:
        try:
            place = known_cards.place_of(self.site, typed(self.cleaned_data["card"]))
        except CardNumberProblem:
            raise forms.ValidationError(in_words(NO_CARD_NUMBER)) from None
        except known_cards.NoSeries:
            raise forms.ValidationError(in_words(NO_CARDS_PRINTED)) from None
        # What others said of a card is not asked for and not written over.
        if is_told_of(place.reception):
            raise forms.ValidationError(in_words(CARD_OF_SOMEBODY_ELSE, card=spoken(place.number)))
        return place


@office_page(ROUNDED)
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = NewPersonForm(request.POST or None, site=viewer.site)
    if form.is_valid():
        place: known_cards.Place = form.cleaned_data.pop("card")
        told = form.cleaned_data | {"card": place.number, "roll": place.roll}
        body = ReceptionRevised(**{name: value for name, value in told.items() if value is not None})
        tell(Saying(body, site=viewer.site, subject=place.reception, worker=viewer.worker))
        messages.success(request, gettext("Registered."))
        return redirect("own-people")
    rows = [{"id": one.reception, **one.said} for one in own.own_people(viewer)]
    return render(request, "office/own_people.html", {"viewer": viewer, "form": form, "rows": rows})


@office_page(ROUNDED)
def person(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = own.own_person(viewer, id)
    if one is None:
        raise Http404
    standing = {name: one.said.get(name) for name in PersonForm.base_fields}
    form = PersonForm(request.POST or None, initial=standing)
    if form.is_valid():
        said = changed(form, standing)
        if said:
            # Only their own words count as seen: where others said otherwise, both stand and somebody looks.
            saw = {name: one.saw.get(name, []) for name in said}
            tell(Saying(ReceptionRevised(**said, saw=saw), site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("own-people")
    if request.method == "GET":
        noted(viewer, "own person page", id)
    context = {"viewer": viewer, "form": form, "card": one.said.get("card")}
    return render(request, "office/own_person.html", context)
