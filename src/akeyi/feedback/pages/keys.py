"""The keys of holders: made in the holder's own browser, of which the server hears the half that may be known."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import HOLDERS_ARE_ENOUGH

from .. import queries
from ..rules import KEYS_AT_MOST


class KeyForm(OfficeForm):
    where = forms.ChoiceField(
        label=_("Where do you live?"),
        choices=(("outside", _("Outside the country of this site")), ("inside", _("In the country of this site"))),
        widget=forms.RadioSelect,
        help_text=_("Of the two who open a statement one always lives outside."),
    )
    is_spare = forms.BooleanField(
        label=_("A spare key, kept locked away for the day when another one is lost"), required=False
    )
    public_key = forms.RegexField(regex=r"^[A-Za-z0-9+/]{87}=$", widget=forms.HiddenInput)


@office_page("sealed", duty="boxes")
def make(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Makes a key pair in the browser; the public half is told."""
    form = KeyForm(request.POST or None)
    if sum(bool(one.is_active) for one in queries.keys(viewer)) >= KEYS_AT_MOST:
        messages.error(request, in_words(HOLDERS_ARE_ENOUGH))
        return redirect("sealed")
    if form.is_valid():
        said = form.cleaned_data
        queries.publish_key(viewer, said["public_key"], said["where"] == "outside", said["is_spare"])
        messages.success(request, gettext("Your key is known. Tablets use it from their next contact on."))
        return redirect("sealed")
    return render(request, "feedback/key.html", {"viewer": viewer, "form": form})


@require_POST
@office_page("sealed", duty="boxes")
def end(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Nothing is sealed to this key any more; what was sealed to it stays."""
    if not queries.end_key(viewer, id):
        raise Http404
    messages.success(request, gettext("Nothing more is sealed to this key."))
    return redirect("sealed")
