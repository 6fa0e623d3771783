"""Items: what there is to give, how often a person or a family may have it, and how much was given."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.viewer import Viewer
from akeyi.assistance import queries
from akeyi.assistance.facts.item import ItemRevised
from akeyi.assistance.models import Item
from akeyi.assistance.wording import named
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people

ONCE_PER = (("person", _("Once per person")), ("family", _("Once per family")), ("none", _("No limit")))
ICONS = (
    ("kit", _("Kit")),
    ("meal", _("Meal")),
    ("water", _("Water")),
    ("baby", _("For babies")),
    ("clothes", _("Clothes")),
    ("blanket", _("Blanket")),
    ("phone", _("Phone")),
    ("charging", _("Charging")),
    ("sim", _("SIM")),
    ("comfort", _("First comfort")),
    ("information", _("Information")),
    ("other", _("Something else")),
)
NAMES = {"name_ht": "ht", "name_fr": "fr", "name_es": "es", "name_en": "en"}


class ItemForm(OfficeForm):
    name_ht = Lines(label="Kreyòl", required=True, max_length=40)
    name_fr = Lines(label="Français", required=True, max_length=40)
    name_es = Lines(label="Español", required=True, max_length=40)
    name_en = Lines(label="English", required=True, max_length=40)
    once_per = forms.ChoiceField(label=_("How often"), choices=ONCE_PER, widget=forms.RadioSelect, initial="person")
    icon = forms.ChoiceField(label=_("Picture on the tablet"), choices=ICONS, initial="kit")
    is_service = forms.BooleanField(
        label=_("It is a service"),
        required=False,
        help_text=_("A call, charging, comfort: it is given and counted, and there is no stock of it."),
    )

    def said(self) -> dict[str, Any]:
        """The fields of an item, its four names together."""
        told = self.cleaned_data
        names = {language: told[name] for name, language in NAMES.items()}
        return {"names": names} | {name: told[name] for name in ("once_per", "icon", "is_service")}


def name_of(item: Item | None) -> str:
    """An item's name in the language of this answer, else in another."""
    return named((item.names or {}) if item else {})


@office_page("assistance")
def items(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = queries.items(viewer.site)
    totals = queries.given_so_far(viewer.site)
    words = dict(ONCE_PER)
    return render(
        request,
        "assistance/items.html",
        {
            "viewer": viewer,
            "rows": [
                {
                    "item": one,
                    "name": name_of(one),
                    "once_per": words.get(one.once_per or "", ""),
                    "given": totals.get(one.subject, 0),
                }
                for one in found
            ],
            "twice": _twice(viewer, {one.subject: one for one in found}),
        },
    )


def _twice(viewer: Viewer, items: dict[str, Item]) -> list[dict]:
    """Where something for once was given more than once: when and where, never by whom."""
    known = people.everybody(viewer.site)
    labels = {one["id"]: one["label"] for one in access.devices(viewer.site)}
    return [
        {
            "reception": people.reception(viewer, reception),
            "item": name_of(items.get(item)),
            "times": [(one.at, labels.get(one.device, ""), one.override) for one in many],
        }
        for reception, item, many in queries.given_twice(viewer.site, known)
    ]


@office_page("assistance", duty="site")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = ItemForm(request.POST or None)
    if form.is_valid():
        said = ItemRevised(**form.said(), is_active=True)
        tell(Saying(said, site=viewer.site, subject=new_id(), worker=viewer.worker))
        messages.success(request, gettext("Added. Tablets show it as soon as they meet the hub."))
        return redirect("items")
    return render(request, "assistance/item.html", {"viewer": viewer, "form": form, "item": None})


@office_page("assistance", duty="site")
def item(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = _item(viewer, id)
    stands = {"names": found.names, "once_per": found.once_per, "icon": found.icon}
    stands["is_service"] = bool(found.is_service)
    initial = {name: (found.names or {}).get(language, "") for name, language in NAMES.items()}
    form = ItemForm(request.POST or None, initial=stands | initial)
    if form.is_valid():
        said = {name: value for name, value in form.said().items() if value != stands[name]}
        if said:
            tell(Saying(ItemRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("items")
    context = {"viewer": viewer, "form": form, "item": found, "name": name_of(found)}
    return render(request, "assistance/item.html", context)


@require_POST
@office_page("assistance", duty="site")
def switch(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """There is none left, or there is again."""
    found = _item(viewer, id)
    tell(Saying(ItemRevised(is_active=not found.is_active), site=viewer.site, subject=id, worker=viewer.worker))
    said = gettext("%(item)s is no longer given.") if found.is_active else gettext("%(item)s is given again.")
    messages.success(request, said % {"item": name_of(found)})
    return redirect("items")


def _item(viewer: Viewer, id: str) -> Item:
    found = queries.item(viewer, id)
    if found is None:
        raise Http404
    return found
