"""A file leaves after somebody said for whom it is, with the fields that such a recipient may have; or is refused."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from akeyi.journal.tell import Saying, tell

from . import going_out
from .facts.kept_in import WasKeptIn
from .forms import Lines, OfficeForm
from .looks import noted
from .viewer import Viewer

Making = Callable[[frozenset[str]], HttpResponseBase]


class ForWhomForm(OfficeForm):
    recipient = forms.ChoiceField(
        label=_("Who is it for?"), choices=list(going_out.RECIPIENT_NAMES.items()), widget=forms.RadioSelect
    )
    named = Lines(label=_("Which one, by name"), max_length=100)


def leaves(
    request: HttpRequest, viewer: Viewer, export: str, make: Making, about: str | None = None
) -> HttpResponseBase:
    """Asks for whom a file is; then makes it of the fields that are theirs, or refuses. Both are told."""
    form = ForWhomForm(request.POST if request.method == "POST" else None)
    context = {"viewer": viewer, "form": form, "name": going_out.EXPORTS[export].name}
    if not form.is_valid():
        return render(request, "access/for_whom.html", context)
    recipient, named = form.cleaned_data["recipient"], form.cleaned_data["named"]
    fields = going_out.may_have(export, recipient, named or "")
    if fields is None:
        refused = WasKeptIn(export=export, recipient=recipient, named=named)
        tell(Saying(refused, site=viewer.site, worker=viewer.worker))
        noted(viewer, f"{export}: refused", about)
        return render(request, "access/kept_in.html", context, status=403)
    noted(viewer, f"{export}: {recipient}", about)
    return make(fields)
