"""Open questions: two answers stand about a person, side by side, and one tap says which is right."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.errors.office import ANSWERED_MEANWHILE
from akeyi.people import queries, wording
from akeyi.people import questions as asked


@office_page("reception")
def questions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    labels = {one["id"]: one["label"] for one in access.devices(viewer.site)}
    flights = {one.subject: one.label or "" for one in arrivals.arrivals(viewer.site)}
    cards = queries.cards(viewer)
    found = [
        {
            "reception": one.reception,
            "name": wording.name_of(one.reception),
            "field": one.field,
            "field_name": wording.FIELDS[one.field],
            "seen": ",".join(answer.fact for answer in one.answers),
            "answers": _by_value(one, cards, flights, labels),
        }
        for one in asked.questions(viewer)
    ]
    context = {"viewer": viewer, "tab": "questions", "questions": found, "open_questions": len(found)}
    return render(request, "people/questions.html", context)


@require_POST
@office_page("reception")
def choose(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    seen = request.POST.get("seen", "").split(",")
    if asked.choose(viewer, id, request.POST.get("field", ""), request.POST.get("chosen", ""), seen):
        messages.success(request, gettext("Noted. The other answer stays in the history."))
    else:
        messages.error(request, in_words(ANSWERED_MEANWHILE))
    return redirect("questions")


def _by_value(
    one: asked.Question, cards: dict[str, str], flights: dict[str, str], labels: dict[str, str]
) -> list[dict[str, Any]]:
    """The different answers, each with everybody who gave it."""
    found: dict[str, dict[str, Any]] = {}
    for answer in one.answers:
        shown = wording.value(one.field, answer.value, cards, flights)
        to = found.setdefault(repr(answer.value), {"fact": answer.fact, "value": shown, "told": []})
        to["told"].append((answer.at, access.name_of(answer.worker), labels.get(answer.device or "", "")))
    return list(found.values())
