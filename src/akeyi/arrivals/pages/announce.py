"""Announce an arrival by hand, or correct what was said about one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from akeyi.access.door import office_page
from akeyi.access.forms import changed
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import NO_NUMBER_SAID

from .. import announcing, queries
from ..forms import ArrivalForm, ClaimForm
from ..wording import HOW

FIELDS = ("how", "label", "eta_at", "origin", "carrier", "stops", "door", "notified_by", "channel")


@office_page("reception")
def announce(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A new arrival, and if somebody said so how many are expected."""
    form = ArrivalForm(request.POST or None, initial={"how": "flight"})
    expected = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and expected.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if value is not None}
        now = timezone.localtime()
        said.setdefault("label", f"{HOW[said['how']]} {now:%H:%M}"[:40])
        arrival = announcing.announce(viewer, **said)
        if expected.says_something:
            _claim(viewer, arrival, expected)
        messages.success(request, _("%(label)s is announced.") % {"label": said["label"]})
        return redirect(f"/office/arrivals/{arrival}/")
    return render(request, "arrivals/announce.html", {"viewer": viewer, "form": form, "expected": expected})


@office_page("reception")
def change(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """Only what changed is told; what was said before stays in the journal."""
    found = queries.arrival(viewer.site, arrival)
    if found is None:
        raise Http404
    standing = {name: getattr(found, name) for name in FIELDS}
    shown = standing | {
        "eta_at": timezone.localtime(found.eta_at) if found.eta_at else None,
        "stops": ", ".join(found.stops or []),
    }
    form = ArrivalForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        if standing["eta_at"] is not None:
            # The form asks for minutes: seconds that a tablet said are no change.
            standing["eta_at"] = standing["eta_at"].replace(second=0, microsecond=0)
        new = changed(form, standing)
        if new:
            announcing.revise(viewer, arrival, **new)
            messages.success(request, _("Changed. What was said before is kept."))
        return redirect(f"/office/arrivals/{arrival}/")
    return render(request, "arrivals/announce.html", {"viewer": viewer, "form": form, "arrival": found})


@office_page("reception")
def expect(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """One more word on how many come; the latest counts, all are kept."""
    found = queries.arrival(viewer.site, arrival)
    if found is None:
        raise Http404
    form = ClaimForm(request.POST or None, initial={"claim": request.GET.get("claim", "expected")})
    if request.method == "POST" and form.is_valid():
        if form.says_something:
            _claim(viewer, arrival, form)
            return redirect(f"/office/arrivals/{arrival}/#expected")
        form.add_error("total", in_words(NO_NUMBER_SAID))
    return render(request, "arrivals/expect.html", {"viewer": viewer, "form": form, "arrival": found})


def _claim(viewer: Viewer, arrival: str, form: ClaimForm) -> None:
    said = form.cleaned_data
    announcing.claim(viewer, arrival, said["claim"], said["said_by"], said["total"], form.groups)
