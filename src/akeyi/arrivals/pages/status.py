"""An arrival moves on: landed, met, closed; or the plans change: cancelled, diverted, landed elsewhere."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import CHANGED_MEANWHILE

from .. import announcing, files, queries, rules
from ..wording import HOW, STATUS, label_of


@require_POST
@office_page("reception")
def status(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """The next step; one that does not follow is refused, since two people may press at the same time."""
    found = queries.arrival(viewer.site, arrival)
    if found is None:
        raise Http404
    to, now = request.POST.get("status", ""), timezone.now()
    before = queries.statuses(arrival)
    if to not in rules.NEXT.get(found.status or "announced", ()) and to != rules.may_go_back_to(before, now):
        messages.error(request, in_words(CHANGED_MEANWHILE))
        return redirect(f"/office/arrivals/{arrival}/")
    said: dict[str, Any] = {"status": to}
    if to == "landed" and found.landed_at is None:
        said["landed_at"] = now
    elsewhere = " ".join(request.POST.get("elsewhere", "").split())[:200]
    if to in ("diverted", "landed_elsewhere") and elsewhere:
        said["elsewhere"] = elsewhere
    announcing.revise(viewer, arrival, **said)
    if to in rules.CLOSED:
        files.forget(arrival)
    label = {"label": found.label or str(HOW.get(found.how or "", "")), "status": STATUS[to]}
    messages.success(request, _("%(label)s: %(status)s.") % label)
    return redirect(f"/office/arrivals/{arrival}/")


@require_POST
@office_page("reception")
def next_shift(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """The next shift of a flow on foot; people inside carry over, since they follow their cards."""
    found = queries.arrival(viewer.site, arrival)
    if found is None or found.how != "on_foot" or found.status in rules.CLOSED:
        raise Http404
    now = timezone.now()
    label = label_of("on_foot", found.lane, now)
    after = announcing.next_shift(viewer, arrival, label, now, found.lane)
    files.forget(arrival)
    messages.success(request, _("%(label)s has begun; the shift before is closed.") % {"label": label})
    return redirect(f"/office/arrivals/{after}/")
