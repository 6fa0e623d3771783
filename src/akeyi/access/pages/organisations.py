"""Organisations whose people work at a site; a state authority is marked as one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access import queries
from akeyi.access.door import office_page
from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.models import Organisation
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import NAME_OF_ANOTHER_ORGANISATION
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

KINDS = (
    ("un", _("United Nations")),
    ("state", _("State authority")),
    ("red_cross", _("Red Cross or Red Crescent")),
    ("ngo", _("Non-governmental organisation")),
    ("other", _("Other")),
)


class OrganisationForm(OfficeForm):
    name = Lines(label=_("Name"), required=True, max_length=100)
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=KINDS,
        help_text=_(
            "People of a state authority see rounded figures alone, and run nothing: other roles do not count."
        ),
    )
    is_active = forms.BooleanField(label=_("Works here"), required=False)

    def __init__(self, *args: Any, site: str, id: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site, self.id = site, id

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = Organisation.objects.filter(site=self.site).exclude(subject=self.id or new_id())
        if name.casefold() in {(one or "").casefold() for one in others.values_list("name", flat=True)}:
            raise forms.ValidationError(in_words(NAME_OF_ANOTHER_ORGANISATION))
        return name


@office_page(duty="access")
def organisations(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    words = dict(KINDS)
    rows = [one | {"kind_word": words.get(one["kind"], "")} for one in queries.organisations(viewer.site)]
    return render(request, "access/organisations.html", {"viewer": viewer, "rows": rows})


@office_page(duty="access")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = OrganisationForm(request.POST or None, site=viewer.site, initial={"is_active": True, "kind": "ngo"})
    if form.is_valid():
        _tell(viewer, new_id(), form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("organisations")
    return render(request, "access/organisation.html", {"viewer": viewer, "form": form, "organisation": None})


@office_page(duty="access")
def organisation(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = Organisation.objects.filter(subject=id, site=viewer.site).first()
    if found is None:
        raise Http404
    standing = {"name": found.name, "kind": found.kind, "is_active": bool(found.is_active)}
    form = OrganisationForm(request.POST or None, site=viewer.site, id=id, initial=standing)
    if form.is_valid():
        if said := changed(form, standing):
            _tell(viewer, id, said)
        messages.success(request, gettext("Saved."))
        return redirect("organisations")
    return render(request, "access/organisation.html", {"viewer": viewer, "form": form, "organisation": found})


def _tell(viewer: Viewer, id: str, said: dict[str, Any]) -> None:
    tell(Saying(OrganisationRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))
