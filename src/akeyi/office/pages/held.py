"""A person's own file, for themselves: a copy on screen and on paper, or erased; after their card or two facts."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.errors.oversight import ASK_AGAIN_WHO_THEY_ARE, NOT_THEIR_FILE
from akeyi.people import queries, wording
from akeyi.people.cards.numbers import CardNumberProblem, typed
from akeyi.people.identity import knows_the_file
from akeyi.people.known_cards import NoSeries, place_of
from akeyi.people.models import Reception

from .. import held as theirs

SALT = "a person's own file"
# As long as somebody stands at the table.
HOLDS_S = 15 * 60


class WhoAsksForm(OfficeForm):
    card = forms.CharField(label=_("Number of the card that they show"), required=False, max_length=20)
    given_names = Lines(label=wording.FIELDS["given_names"])
    family_name = Lines(label=wording.FIELDS["family_name"])
    birth_on = forms.DateField(
        label=wording.FIELDS["birth_on"], required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    phone = Lines(label=wording.FIELDS["phone"])

    def __init__(self, data: Any, *, viewer: Viewer, one: Reception) -> None:
        super().__init__(data)
        self.viewer, self.one = viewer, one

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (self._shows_the_card(cleaned.get("card", "")) or self._knows(cleaned)):
            # One sentence for whatever was wrong: nobody is told what stands in the file.
            raise forms.ValidationError(in_words(NOT_THEIR_FILE))
        return cleaned

    def _shows_the_card(self, text: str) -> bool:
        try:
            reception = place_of(self.viewer.site, typed(text)).reception
        except (CardNumberProblem, NoSeries):
            return False
        return reception in queries.ids_of(self.viewer.site, self.one.subject)

    def _knows(self, cleaned: dict[str, Any]) -> bool:
        return not cleaned.get("card") and knows_the_file(cleaned, theirs.facts_held(self.one))


@office_page("reception", "assistance")
def held(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = _one(viewer, id)
    form = WhoAsksForm(request.POST if request.method == "POST" else None, viewer=viewer, one=one)
    context = {"viewer": viewer, "one": one, "form": form}
    if not form.is_valid():
        if form.is_bound:
            noted(viewer, "copy refused", one.subject)
        return render(request, "office/held_who.html", context)
    noted(viewer, "copy given", one.subject)
    may_erase = theirs.may_erase(viewer, one, timezone.localdate())
    more = {
        "copies": theirs.copies(viewer, one),
        "goes": theirs.goes(viewer, one) if may_erase else None,
        "seen": signing.dumps([one.subject, viewer.worker], salt=SALT),
        "now": timezone.now(),
    }
    return render(request, "office/held.html", context | more)


@require_POST
@office_page("reception", "assistance")
def erase(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = _one(viewer, id)
    if not theirs.may_erase(viewer, one, timezone.localdate()):
        raise MayNotRead
    try:
        seen = signing.loads(request.POST.get("seen", ""), salt=SALT, max_age=HOLDS_S)
    except signing.BadSignature:
        seen = None
    if seen != [one.subject, viewer.worker] or "yes" not in request.POST:
        messages.error(request, in_words(ASK_AGAIN_WHO_THEY_ARE))
        return redirect("person-held", one.subject)
    theirs.erase_person(viewer, one)
    messages.success(request, gettext("Erased. Each tablet erases it as soon as it meets the hub."))
    return redirect("people")


def _one(viewer: Viewer, id: str) -> Reception:
    one = queries.reception(viewer, id)
    if one is None:
        raise Http404
    return one
