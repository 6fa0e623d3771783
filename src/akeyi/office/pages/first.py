"""The first page: what this is, where to go, and what to try first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akeyi.access import beginning, greeting, queries
from akeyi.access.door import viewer_of


def first(request: HttpRequest) -> HttpResponse:
    """In a demo it says who to sign in as; a real hub never does."""
    lines = greeting.lines() if settings.MODE == "demo" else []
    context = {
        "viewer": viewer_of(request),
        "greeting": lines,
        "is_held_once": queries.is_held_once(),
        "beginning": None if queries.sites() else beginning.COMMAND,
    }
    return render(request, "office/first.html", context)
