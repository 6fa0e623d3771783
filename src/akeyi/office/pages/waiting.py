"""Who waits, who asked: for those who come to them. It renews itself, and prints."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.looks import noted
from akeyi.access.viewer import Viewer

from ..waits import waits


@office_page("reception")
def waiting(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The whole page; to a page that is open already, the lists alone."""
    now = timezone.now()
    shown = waits(viewer, now)
    context = {"viewer": viewer, "now": now, "waits": shown, "is_of_today": shown.as_of == now}
    if "HX-Request" in request.headers:
        answer = render(request, "office/waiting_lists.html", context)
        answer["Akeyi-Board"] = "renewed"
        return answer
    # Whoever looks at it is named, as whoever opens a person's page.
    noted(viewer, "list of who waits")
    return render(request, "office/waiting.html", context)
