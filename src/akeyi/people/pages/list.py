"""People of a site: by card, by arrival, found by number or name; families, and households with one card."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akeyi.access.door import office_page
from akeyi.access.looks import SEARCH, noted
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.people import queries, wording
from akeyi.people.finding import find_people
from akeyi.people.models import Reception
from akeyi.people.questions import questions

AT_ONCE = 100


@office_page("reception")
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What is looked for travels in the form alone: an address stays in histories, logs and on screens."""
    words = request.POST.get("q", "")
    choices = arrivals.arrivals(viewer.site)
    asked = request.POST.get("arrival", request.GET.get("arrival"))
    arrival = next((one.subject for one in choices if one.subject == asked), None)
    known = queries.everybody(viewer.site)
    found = find_people(viewer, words, arrival)
    after = request.POST.get("after", "")
    if not after:
        noted(viewer, SEARCH if words.strip() else "list of people")
    rest = [one for one in found if (one.card or "") > after] if after else found
    shown, more = rest[:AT_ONCE], len(rest) > AT_ONCE
    return render(
        request,
        "people/people.html",
        {
            "viewer": viewer,
            "tab": "people",
            "open_questions": len(questions(viewer)),
            "words": words,
            "arrivals": choices,
            "arrival": arrival,
            "rows": rows(shown, known, {one.subject: one.label or "" for one in choices}),
            "total": len(found),
            "next": shown[-1].card if more else None,
        },
    )


@office_page("reception")
def families(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    known = queries.everybody(viewer.site)
    labels = {one.subject: one.label or "" for one in arrivals.arrivals(viewer.site)}
    noted(viewer, "list of families")
    found = [rows(members, known, labels) for members in queries.families(viewer)]
    context = {"viewer": viewer, "tab": "families", "families": found, "open_questions": len(questions(viewer))}
    return render(request, "people/families.html", context)


@office_page("reception")
def households(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    known = queries.everybody(viewer.site)
    labels = {one.subject: one.label or "" for one in arrivals.arrivals(viewer.site)}
    tokens = [one for one in queries.receptions(viewer) if one.subject in known.tokens]
    noted(viewer, "list of households")
    found = rows(tokens, known, labels)
    context = {"viewer": viewer, "tab": "households", "rows": found, "open_questions": len(questions(viewer))}
    return render(request, "people/households.html", context)


def rows(receptions: Iterable[Reception], known: queries.Everybody, labels: dict[str, str]) -> list[dict]:
    """Receptions as tables show them."""
    return [
        {
            "id": one.subject,
            "card": one.card,
            "name": wording.name_of(one),
            "about": wording.about(one),
            "arrival": labels.get(known.arrival.get(one.subject) or "", ""),
            "household": known.tokens.get(one.subject),
            "people": sum(known.tokens.get(one.subject, {}).values()),
        }
        for one in receptions
    ]
