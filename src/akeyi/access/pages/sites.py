"""Sites: the places where people are met."""

from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.accounts import in_two
from akeyi.access.beginning import begin
from akeyi.access.door import office_page
from akeyi.access.facts.site import LANE_NAME_AT_MOST, LANES_AT_MOST, SiteRevised
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.models import Site
from akeyi.access.queries import lock_s
from akeyi.access.saying_no import in_words
from akeyi.access.streams import LOCK_S_LEAST, LOCK_S_MOST
from akeyi.access.viewer import Viewer
from akeyi.errors.office import CODE_OF_ANOTHER_SITE, LANES_TOO_LONG, NO_COUNTRY, NO_TIME_ZONE
from akeyi.journal.tell import Saying, tell

PLACES = (("airport", _("Airport")), ("land_crossing", _("Land crossing")), ("port", _("Port")))


WALLS = {
    "reception": _("Who people are"),
    "assistance": _("What they received"),
    "cash": _("Money"),
    "triage": _("Who goes first"),
    "health": _("Health"),
    "child": _("Children"),
    "protection": _("Protection"),
    "safety": _("Safety"),
}

WALL_WORDS = WALLS | {"office": _("Lists, tablets and workers"), "sealed": _("Sealed statements")}


class HidingForm(OfficeForm):
    """Seconds without a touch after which tablets hide what they show."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="hides", **kwargs)
        for wall, name in WALLS.items():
            field = forms.IntegerField(label=name, min_value=LOCK_S_LEAST, max_value=LOCK_S_MOST)
            field.widget.attrs["class"] = "input"
            self.fields[wall] = field


class SiteForm(OfficeForm):
    name = Lines(label=_("Name"), required=True)
    code = Lines(label=_("Code"), required=True, max_length=40, help_text=_("Short, for lists and commands: PAP"))
    place = forms.ChoiceField(label=_("Place"), choices=PLACES)
    country = Lines(label=_("Country"), required=True, max_length=3, help_text=_("Three letters: HTI, DOM"))
    timezone = Lines(
        label=_("Time zone"),
        required=True,
        max_length=40,
        help_text=_("America/Port-au-Prince, America/Santo_Domingo … A day is a day of this zone."),
    )

    lanes = forms.CharField(
        label=_("Lanes"),
        required=False,
        max_length=300,
        help_text=_(
            "Where people come through side by side, each lane with its own rolls and tablets: A, B. Leave it empty "
            "where there is one way."
        ),
    )

    def clean_lanes(self) -> list[str] | None:
        typed = self.cleaned_data["lanes"].split(",")
        lanes = list(dict.fromkeys(name for part in typed if (name := " ".join(part.split()))))
        if len(lanes) > LANES_AT_MOST or any(len(name) > LANE_NAME_AT_MOST for name in lanes):
            raise forms.ValidationError(in_words(LANES_TOO_LONG))
        return lanes or None

    def clean_country(self) -> str:
        country = self.cleaned_data["country"].upper()
        if len(country) != 3 or not country.isalpha() or not country.isascii():
            raise forms.ValidationError(in_words(NO_COUNTRY))
        return country

    def clean_timezone(self) -> str:
        zone = self.cleaned_data["timezone"]
        if zone not in available_timezones():
            raise forms.ValidationError(in_words(NO_TIME_ZONE))
        return ZoneInfo(zone).key

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if Site.objects.filter(code=code).exclude(subject=self.initial.get("id")).exists():
            raise forms.ValidationError(in_words(CODE_OF_ANOTHER_SITE))
        return code


class BeginningForm(SiteForm):
    """A new site begins with its manager: without one nobody could ever sign in there."""

    manager = Lines(
        label=_("Its manager, by short name"),
        required=True,
        max_length=40,
        help_text=_("They get a name and a one-time code for the office and a PIN for tablets, shown to you once."),
    )


@office_page(duty="access")
def sites(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = list(Site.objects.order_by("name"))
    return render(request, "access/sites.html", {"viewer": viewer, "sites": found, "places": dict(PLACES)})


@office_page(duty="access")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A new site and its manager, whose ways in are shown this once."""
    form = BeginningForm(request.POST or None, initial={"country": "HTI", "timezone": "America/Port-au-Prince"})
    if form.is_valid():
        begun = begin(**form.cleaned_data, told_by=viewer.worker)
        shown = [(_("Name"), begun.username), (_("One-time code"), begun.code), (_("PIN"), in_two(begun.pin))]
        context = {"viewer": viewer, "who": form.cleaned_data["manager"], "shown": shown, "next": reverse("sites")}
        context["first_time"] = request.build_absolute_uri(reverse("first-time"))
        return render(request, "access/shown_once.html", context)
    return render(request, "access/site.html", {"viewer": viewer, "form": form, "site": None})


@office_page(duty="access")
def site(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """One's own site can be changed; another one is its own manager's."""
    found = Site.objects.filter(subject=id).first()
    if found is None or id != viewer.site:
        raise Http404
    standing: dict[str, Any] = {name: getattr(found, name) for name in SiteForm.base_fields}
    shown = standing | {"id": id, "lanes": ", ".join(found.lanes or [])}
    form = SiteForm(request.POST or None, initial=shown)
    hiding = HidingForm(request.POST or None, initial=lock_s(id))
    if form.is_valid() and hiding.is_valid():
        said = changed(form, standing)
        if hiding.cleaned_data != lock_s(id):
            said["lock_s"] = hiding.cleaned_data
        if said:
            tell(Saying(SiteRevised(**said), site=id, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("sites")
    return render(request, "access/site.html", {"viewer": viewer, "form": form, "hiding": hiding, "site": found})
