"""Five lines for the head of mission, on a phone; they renew themselves, and say how old they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer

from .. import mission as told
from .. import rules, sentences


@office_page(duty="mission")
def mission(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The whole page; to a page that is open already, the lines alone."""
    now = timezone.now()
    context = {
        "viewer": viewer,
        "now": now,
        "lines": told.lines(viewer, now),
        **sentences.heard_from(rules.heard(access.devices(viewer.site), now), now),
    }
    if "HX-Request" not in request.headers:
        return render(request, "office/mission.html", context)
    answer = render(request, "office/mission_lines.html", context)
    answer["Akeyi-Board"] = "renewed"
    return answer
