"""The stores of a site, and what a kit is made of."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.viewer import Viewer
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from .. import queries, stores
from ..facts.item import ItemRevised
from ..facts.store import StoreRevised
from .items import name_of


class StoreForm(OfficeForm):
    name = Lines(label=_("Name"), required=True, max_length=40)
    is_giving = forms.BooleanField(
        label=_("People are given what lies here"),
        required=False,
        help_text=_("What tablets give is taken off this store where they choose no other. One store of a site gives."),
    )
    is_active = forms.BooleanField(label=_("In use"), required=False, initial=True)


@office_page("assistance", duty="site")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, None)


@office_page("assistance", duty="site")
def store(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    return _page(request, viewer, id)


def _page(request: HttpRequest, viewer: Viewer, id: str | None) -> HttpResponse:
    found = stores.store(viewer, id) if id else None
    if id and found is None:
        raise Http404
    stands = {name: getattr(found, name) for name in StoreForm.base_fields} if found else {}
    form = StoreForm(request.POST or None, initial=stands or None)
    if form.is_valid():
        said = changed(form, stands) if found else form.cleaned_data
        sayings = [Saying(StoreRevised(**said), site=viewer.site, subject=id or new_id(), worker=viewer.worker)]
        if said.get("is_giving"):
            # One gives: where several did, nobody could say which of them became emptier.
            sayings += [
                Saying(StoreRevised(is_giving=False), site=viewer.site, subject=one.subject, worker=viewer.worker)
                for one in stores.stores(viewer)
                if one.is_giving and one.subject != id
            ]
        if said:
            tell(*sayings)
        messages.success(request, gettext("Saved."))
        return redirect("stock")
    return render(request, "assistance/store.html", {"viewer": viewer, "form": form, "store": found})


class KitForm(OfficeForm):
    reorder_at = forms.IntegerField(
        label=_("Order again when so few are left"), required=False, min_value=0, max_value=1_000_000
    )


@office_page("assistance", duty="site")
def kit(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What one kit is made of, and when it is ordered again."""
    found = queries.item(viewer, id)
    if found is None or found.is_service:
        raise Http404
    others = [one for one in queries.goods(viewer.site) if one.subject != id]
    parts = found.parts or {}
    form = KitForm(request.POST or None, initial={"reorder_at": found.reorder_at})
    for one in others:
        form.fields[one.subject] = forms.IntegerField(
            label=name_of(one),
            required=False,
            min_value=1,
            max_value=100,
            initial=parts.get(one.subject),
            widget=forms.NumberInput(attrs={"class": "input", "autocomplete": "off"}),
        )
    if form.is_valid():
        told = form.cleaned_data
        made_of = {one.subject: told[one.subject] for one in others if told[one.subject]}
        said = {"parts": made_of, "reorder_at": told["reorder_at"]}
        stands = {"parts": parts, "reorder_at": found.reorder_at}
        said = {name: value for name, value in said.items() if value != stands[name]}
        if said:
            tell(Saying(ItemRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("stock")
    return render(
        request, "assistance/kit.html", {"viewer": viewer, "form": form, "name": name_of(found), "others": others}
    )
