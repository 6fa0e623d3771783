"""Services: where people can be sent, for what, when they are open, and how many they take today."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.wording import LANGUAGES

from .. import queries
from ..facts.service import ServiceRevised
from ..models import Service
from ..wording import NEEDS


class ServiceForm(OfficeForm):
    name = Lines(label=_("Name"), required=True, max_length=40)
    organisation = Lines(label=_("Organisation"))
    needs = forms.MultipleChoiceField(label=_("For what"), choices=NEEDS.items(), widget=forms.CheckboxSelectMultiple)
    place = Lines(
        label=_("Where people go"),
        required=True,
        help_text=_("It stands on what people carry: a door or a street, never what is done there."),
    )
    hours = Lines(label=_("Open"))
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES.items(), widget=forms.CheckboxSelectMultiple, required=False
    )
    phone = Lines(label=_("Phone"), max_length=40)
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=200)
    capacity = forms.IntegerField(
        label=_("How many more today"), required=False, min_value=0, max_value=10_000, help_text=_("Counts for today.")
    )

    def clean_email(self) -> str | None:
        return self.cleaned_data["email"] or None


def who_tells(viewer: Viewer) -> bool:
    """Whether somebody may write the directory."""
    return bool(set(viewer.roles) & (ServiceRevised.declared.told_by or frozenset()))


def _need_to_tell(viewer: Viewer) -> None:
    if not who_tells(viewer):
        raise MayNotRead("services")


@office_page("reception")
def services(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        {
            "service": one,
            "needs": [NEEDS.get(need, need) for need in one.needs or []],
            "languages": [LANGUAGES.get(code, code) for code in one.languages or []],
            "capacity": one.capacity if one.capacity_on == today else None,
        }
        for one in queries.services(viewer)
    ]
    return render(request, "referrals/services.html", {"viewer": viewer, "rows": rows, "may_tell": who_tells(viewer)})


@office_page("reception")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    _need_to_tell(viewer)
    form = ServiceForm(request.POST or None)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if value not in (None, [])}
        _tell(viewer, new_id(), said | {"is_active": True})
        messages.success(request, gettext("Added. Tablets show it as soon as they meet the hub."))
        return redirect("services")
    return render(request, "referrals/service.html", {"viewer": viewer, "form": form, "service": None})


@office_page("reception")
def service(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    _need_to_tell(viewer)
    found = _service(viewer, id)
    stands = {name: getattr(found, name) for name in ServiceForm.base_fields}
    if found.capacity_on != timezone.localdate():
        stands["capacity"] = None
    form = ServiceForm(request.POST or None, initial=stands)
    if form.is_valid():
        said = changed(form, stands | {name: stands[name] or [] for name in ("needs", "languages")})
        if said:
            _tell(viewer, id, said)
        messages.success(request, gettext("Saved."))
        return redirect("services")
    return render(request, "referrals/service.html", {"viewer": viewer, "form": form, "service": found})


@require_POST
@office_page("reception")
def switch(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It takes nobody now, or takes people again."""
    _need_to_tell(viewer)
    found = _service(viewer, id)
    _tell(viewer, id, {"is_active": not found.is_active})
    messages.success(request, gettext("Saved."))
    return redirect("services")


def _tell(viewer: Viewer, id: str, said: dict[str, Any]) -> None:
    if "capacity" in said:
        said["capacity_on"] = timezone.localdate()
    tell(Saying(ServiceRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))


def _service(viewer: Viewer, id: str) -> Service:
    found = queries.service(viewer, id)
    if found is None:
        raise Http404
    return found
