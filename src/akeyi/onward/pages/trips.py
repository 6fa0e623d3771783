"""Trips: which vehicle goes where with whom, whether it left and arrived, and the driver's list."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.errors.roads import ROAD_CLOSED
from akeyi.journal import tell
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying
from akeyi.people import queries as people

from .. import trips as known
from ..facts.contact import TripHeardOf
from ..facts.departure import TripDeparted
from ..facts.trip import TripRevised
from ..trips import Going
from ..wording import HEARD, STATES, STATUSES
from .moments import MomentField


class TripForm(OfficeForm):
    route = forms.ChoiceField(label=_("Road"))
    vehicle = Lines(label=_("Vehicle"), required=True, max_length=40, help_text=_("So that people find it."))
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=200)
    driver = Lines(label=_("Driver"), max_length=40, help_text=_("As the carrier calls them."))
    phone = Lines(label=_("Number to ask where they are"), max_length=40)
    leaves_at = MomentField(label=_("Leaves at"))
    due_at = MomentField(
        label=_("Should be there by"), help_text=_("Empty: as long as the road takes. Then somebody asks after them.")
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = people.places(viewer.site)
        offered = [
            (one.route.subject, f"{_way(one, names)}: {STATUSES[one.status]}")
            for one in known.roads(viewer, timezone.now())
            if one.route.is_active is not False
        ]
        self.fields["route"].choices = offered  # type: ignore[attr-defined]


class DepartureForm(OfficeForm):
    why = Lines(label=_("Why it leaves on a closed road"))

    def __init__(self, *args: Any, is_closed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_closed = is_closed
        if not is_closed:
            del self.fields["why"]

    def clean_why(self) -> str | None:
        why: str | None = self.cleaned_data["why"]
        if self.is_closed and not why:
            raise forms.ValidationError(in_words(ROAD_CLOSED))
        return why


class ContactForm(OfficeForm):
    what = forms.ChoiceField(label=_("What was heard"), choices=[*HEARD.items()], widget=forms.RadioSelect)
    said_by = Lines(label=_("Who says so"))


def _way(one: known.Road | None, names: Any) -> str:
    if one is None:
        return "–"
    return " · ".join(filter(None, (people.place_name(one.route.destination, names), one.route.via)))


def _shown(one: Going, names: Any, now: datetime) -> dict[str, Any]:
    return {
        "going": one,
        "trip": one.trip,
        "way": _way(one.road, names),
        "road": STATUSES[one.road.status] if one.road else STATUSES["unknown"],
        "is_closed": bool(one.road and one.road.status == "closed"),
        "state": STATES[one.state],
        "is_overdue": one.is_overdue(now),
        "over": max(0, -(one.seats_left or 0)),
    }


@office_page("reception")
def trips(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    now, names = timezone.now(), people.places(viewer.site)
    rows = [_shown(one, names, now) for one in known.trips(viewer, now)]
    context = {
        "viewer": viewer,
        "rows": [row for row in rows if not row["is_overdue"]],
        "overdue": [row for row in rows if row["is_overdue"]],
        "has_roads": any(one.route.is_active is not False for one in known.roads(viewer, now)),
    }
    return render(request, "onward/trips.html", context)


@office_page("reception")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = TripForm(request.POST or None, viewer=viewer)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if value is not None}
        subject = new_id()
        tell.tell(Saying(TripRevised(**said), site=viewer.site, subject=subject, worker=viewer.worker))
        messages.success(request, gettext("Added. At the door people get on with their card."))
        return redirect("trip", subject)
    return render(request, "onward/trip_form.html", {"viewer": viewer, "form": form})


@office_page("reception")
def change(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = _trip(viewer, id)
    stands = {name: getattr(found.trip, name) for name in TripForm.base_fields}
    form = TripForm(request.POST or None, initial=stands, viewer=viewer)
    if form.is_valid():
        if said := changed(form, stands):
            tell.tell(Saying(TripRevised(**said), site=viewer.site, subject=id, worker=viewer.worker))
        messages.success(request, gettext("Saved."))
        return redirect("trip", id)
    return render(request, "onward/trip_form.html", {"viewer": viewer, "form": form, "trip": found.trip})


@office_page("reception")
def trip(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    return _page(request, viewer, _trip(viewer, id))


@require_POST
@office_page("reception")
def depart(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It leaves; on a closed road whoever runs the site says why."""
    found = _trip(viewer, id)
    is_closed = bool(found.road and found.road.status == "closed")
    if is_closed and not viewer.is_manager:
        raise MayNotRead
    form = DepartureForm(request.POST, is_closed=is_closed)
    if found.state != "here" or found.trip.is_cancelled or not form.is_valid():
        return _page(request, viewer, found, departure=form)
    said = TripDeparted(why=form.cleaned_data.get("why"))
    tell.tell(Saying(said, site=viewer.site, subject=id, worker=viewer.worker))
    messages.success(request, gettext("It has left, and those on it count as left."))
    return redirect("trip", id)


@require_POST
@office_page("reception")
def not_left(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It was said by mistake that it left."""
    found = _trip(viewer, id)
    if found.departure:
        tell.take_back([found.departure.id], viewer.worker)
        messages.success(request, gettext("Taken back: it is still here, and so are those on it."))
    return redirect("trip", id)


@require_POST
@office_page("reception")
def heard(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Somebody has heard of them."""
    found = _trip(viewer, id)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _page(request, viewer, found, contact=form)
    said = TripHeardOf(**form.cleaned_data)
    tell.tell(Saying(said, site=viewer.site, subject=id, worker=viewer.worker))
    messages.success(request, gettext("Saved."))
    return redirect("trip", id)


@require_POST
@office_page("reception")
def cancel(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It does not go, or it goes after all."""
    found = _trip(viewer, id)
    said = TripRevised(is_cancelled=not found.trip.is_cancelled)
    tell.tell(Saying(said, site=viewer.site, subject=id, worker=viewer.worker))
    messages.success(request, gettext("Saved."))
    return redirect("trip", id)


@office_page("reception")
def drivers_list(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What the driver takes along: numbers, seats and stops, and no name."""
    found, names = _trip(viewer, id), people.places(viewer.site)
    cards, stops = people.cards(viewer), known.stops_of(viewer, id)
    rows = sorted(
        ((people.place_name(stops.get(one), names), cards.get(one), n) for one, n in found.on_it.items()),
        key=lambda row: (row[0] == "", row[0], row[1] or ""),
    )
    where: dict[str, int] = {}
    for stop, _card, n in rows:
        where[stop] = where.get(stop, 0) + n
    context = {"viewer": viewer, "rows": rows, "where": where.items(), **_shown(found, names, timezone.now())}
    return render(request, "onward/drivers_list.html", context)


def _trip(viewer: Viewer, id: str) -> Going:
    found = known.trip(viewer, id, timezone.now())
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    viewer: Viewer,
    found: Going,
    departure: DepartureForm | None = None,
    contact: ContactForm | None = None,
) -> HttpResponse:
    names = people.places(viewer.site)
    shown = _shown(found, names, timezone.now())
    cards, stops = people.cards(viewer), known.stops_of(viewer, found.trip.subject)
    context = {
        "viewer": viewer,
        **shown,
        "on_it": sorted(
            (cards.get(one) or "", one, n, people.place_name(stops.get(one), names)) for one, n in found.on_it.items()
        ),
        "departure": departure or DepartureForm(is_closed=shown["is_closed"]),
        "may_depart": viewer.is_manager or not shown["is_closed"],
        "contact": contact or ContactForm(),
        "left_by": access.name_of(found.departure.worker) if found.departure else "",
        "answered_by": access.name_of(found.departure.second_worker)
        if found.departure and found.departure.second_worker
        else "",
        "heard": [(one, HEARD.get(one.what, one.what)) for one in found.heard],
    }
    return render(request, "onward/trip.html", context)
