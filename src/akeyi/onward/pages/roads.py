"""Roads: which lead where, whether they are open, who said so and until when."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.errors.roads import ALREADY_OVER
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people

from .. import trips
from ..facts.route import OF_ROADS, RouteRevised
from ..facts.route_status import RouteStatusSaid
from ..wording import STATUSES
from .moments import MomentField


class RouteForm(OfficeForm):
    destination = forms.ChoiceField(label=_("Where to"))
    via = Lines(label=_("Which way"), help_text=_("As drivers call it: a road, a boat, a plane."))
    takes_min = forms.IntegerField(
        label=_("Minutes as a rule"), required=False, min_value=1, max_value=10_000,
        help_text=_("So that it is known when somebody should have heard of a bus."),
    )  # fmt: skip
    is_active = forms.BooleanField(label=_("In use"), required=False, initial=True)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["destination"].choices = people.to_choose(people.places(viewer.site))  # type: ignore[attr-defined]


class StatusForm(OfficeForm):
    status = forms.ChoiceField(label=_("The road is"), choices=[*STATUSES.items()], widget=forms.RadioSelect)
    said_by = Lines(label=_("Who says so"), required=True, help_text=_("A driver, a colleague, the radio."))
    until = MomentField(
        label=_("Until"),
        help_text=_("Empty: an open road for twelve hours, a closed one until somebody says otherwise."),
    )

    def clean_until(self) -> datetime | None:
        until: datetime | None = self.cleaned_data["until"]
        if until and until <= timezone.now():
            raise forms.ValidationError(in_words(ALREADY_OVER))
        return until


def may_say(viewer: Viewer) -> bool:
    """Whoever says what is known of roads."""
    return bool(set(viewer.roles) & set(OF_ROADS))


@office_page("reception")
def roads(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    names = people.places(viewer.site)
    return render(
        request,
        "onward/roads.html",
        {
            "viewer": viewer,
            "may_say": may_say(viewer),
            "rows": [
                (one, people.place_name(one.route.destination, names), STATUSES[one.status])
                for one in trips.roads(viewer, timezone.now())
            ],
        },
    )


@office_page("reception")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if not may_say(viewer):
        raise MayNotRead
    form = RouteForm(request.POST or None, viewer=viewer)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if value is not None}
        tell(Saying(RouteRevised(**said), site=viewer.site, subject=new_id(), worker=viewer.worker))
        messages.success(request, gettext("Added. Now say whether it is open."))
        return redirect("roads")
    return render(request, "onward/road_form.html", {"viewer": viewer, "form": form})


@office_page("reception")
def road(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """One road: what is known of it, what was said before, and the next word."""
    found = trips.road(viewer, id, timezone.now())
    if found is None:
        raise Http404
    if request.method == "POST" and not may_say(viewer):
        raise MayNotRead
    form = StatusForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        said = RouteStatusSaid(
            status=told["status"], said_by=told["said_by"], until=None if told["status"] == "unknown" else told["until"]
        )
        tell(Saying(said, site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Said. Tablets know it as soon as they meet the hub."))
        return redirect("roads")
    context = {
        "viewer": viewer,
        "road": found,
        "name": people.place_name(found.route.destination, people.places(viewer.site)),
        "word": STATUSES[found.status],
        "form": form,
        "may_say": may_say(viewer),
        "before": [(one, STATUSES[one.status], access.name_of(one.worker)) for one in trips.words_on(viewer, id)],
    }
    return render(request, "onward/road.html", context)


@office_page("reception")
def change(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = trips.road(viewer, id, timezone.now())
    if found is None:
        raise Http404
    if not may_say(viewer):
        raise MayNotRead
    stands = {name: getattr(found.route, name) for name in RouteForm.base_fields}
    form = RouteForm(request.POST or None, initial=stands, viewer=viewer)
    if form.is_valid():
        if said := changed(form, stands):
            tell(Saying(RouteRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("roads")
    return render(request, "onward/road_form.html", {"viewer": viewer, "form": form, "road": found})
