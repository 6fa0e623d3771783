"""Tablets of a site: when each was heard, what it has not sent, what is missing; taking one out of service."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from akeyi.access import devices, held_back
from akeyi.access.device_states import device_states, shut_out_lately
from akeyi.access.door import office_page
from akeyi.access.models import DeviceKey
from akeyi.access.viewer import Viewer


@office_page(duty="access")
def tablets(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    now = datetime.now(UTC)
    found = [(one, one.is_silent(now)) for one in device_states(viewer.site)]
    context = {
        "viewer": viewer,
        "tablets": found,
        "shut_out": shut_out_lately(viewer.site, now),
        "waiting": held_back.held_back(viewer.site),
        "now": now,
    }
    return render(request, "access/tablets.html", context)


@require_POST
@office_page(duty="access")
def withdraw(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A lost or replaced tablet is known no longer; what it still sends is held back."""
    if not DeviceKey.objects.filter(device=id, site=viewer.site, withdrawn_at=None).exists():
        raise Http404
    devices.withdraw(id, viewer.worker)
    messages.success(request, gettext("The tablet is out of service. What it still sends waits for your decision."))
    return redirect("tablet-lost", id)


@require_POST
@office_page(duty="access")
def settle(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Takes in what a withdrawn tablet told, or keeps it refused."""
    is_taken_in = request.POST.get("verdict") == "taken_in"
    count = held_back.settle(viewer.site, id, is_taken_in, viewer.worker)
    if is_taken_in:
        said = ngettext("%(count)s fact is taken in.", "%(count)s facts are taken in.", count)
    else:
        said = ngettext("%(count)s fact stays refused.", "%(count)s facts stay refused.", count)
    messages.success(request, said % {"count": count})
    return redirect("aside" if request.POST.get("from") == "aside" else "tablets")
