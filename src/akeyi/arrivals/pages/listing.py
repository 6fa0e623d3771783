"""All arrivals of a site, the open ones first; and one tap for people who are at the door without notice."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES

from .. import announcing, queries, rules
from ..wording import HOW, label_of


@office_page(FIGURES)
def listing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    every = queries.arrivals(viewer.site)
    claims = queries.claims([one.subject for one in every])
    expected = {
        subject: next((said.total for said in told if said.claim == "expected"), None)
        for subject, told in claims.items()
    }
    rows = [(one, expected.get(one.subject)) for one in every]
    return render(
        request,
        "arrivals/listing.html",
        {
            "viewer": viewer,
            "open": [row for row in rows if row[0].status not in rules.CLOSED],
            "closed": [row for row in reversed(rows) if row[0].status in rules.CLOSED],
            "hows": HOW.items(),
            "lanes": access.lanes(viewer.site),
        },
    )


@require_POST
@office_page("reception")
def without_notice(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """They are here: an arrival in one tap, named after the time."""
    how = request.POST.get("how", "")
    if how not in HOW:
        return redirect("arrivals")
    now = timezone.now()
    lane = request.POST.get("lane", "")
    lane = lane if how == "on_foot" and lane in access.lanes(viewer.site) else ""
    label = label_of(how, lane, now)
    arrival = announcing.without_notice(viewer, how, label, now, lane or None)
    messages.success(request, _("%(label)s has begun. Tablets see it within seconds.") % {"label": label})
    return redirect(f"/office/arrivals/{arrival}/")
