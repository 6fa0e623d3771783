"""Bags that wait for their people, what was found and what is missed; and what was lost before people came here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer

from .. import queries


@office_page("reception")
def things(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found, missed = queries.things_here(viewer)
    return render(
        request,
        "safety/property.html",
        {
            "viewer": viewer,
            "bags": queries.bags_here(viewer),
            "found": found,
            "missed": missed,
            "before": queries.lost_before(viewer) if viewer.reads("safety") else None,
        },
    )
