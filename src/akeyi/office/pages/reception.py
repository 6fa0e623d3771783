"""One person: what is held, what was given, how they left, who looks after them, and who said what when."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.looks import noted
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.assistance import queries as assistance
from akeyi.assistance import wording as assistance_wording
from akeyi.children import queries as children
from akeyi.onward import queries as onward
from akeyi.people import known_cards, queries, questions, wording
from akeyi.people.departments import place_name
from akeyi.people.models import Reception
from akeyi.referrals import rules as referral_rules

from .. import history

HELD = [name for name in wording.FIELDS if name not in ("roll", "is_token", "line")]


@office_page("reception", "assistance")
def reception(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = queries.reception(viewer, id)
    if one is None:
        raise Http404
    # Whoever opens a person's page is named in that person's history.
    noted(viewer, "reception page", one.subject)
    known = queries.everybody(viewer.site)
    ids = queries.ids_of(viewer.site, one.subject)
    places = queries.places(viewer.site)
    labels = {flight.subject: flight.label or "" for flight in arrivals.arrivals(viewer.site)}
    cards = queries.cards(viewer)
    items = {item.subject: history.item_name(item.names or {}) for item in assistance.items(viewer.site)}
    told = history.history(viewer, ids)
    return render(
        request,
        "office/reception.html",
        {
            "viewer": viewer,
            "one": one,
            "name": wording.name_of(one),
            "about": wording.about(one),
            "arrival": known.arrival.get(one.subject),
            "arrival_label": labels.get(known.arrival.get(one.subject) or "", ""),
            "household": known.tokens.get(one.subject),
            "people": sum(known.tokens.get(one.subject, {}).values()),
            "no_series": bool(known_cards.of_no_series(viewer.site, [one])),
            "held": [
                (wording.FIELDS[name], wording.value(name, getattr(one, name), cards, labels))
                for name in HELD
                if getattr(one, name) not in (None, "", [])
            ],
            "open": [wording.FIELDS[name] for name in questions.open_fields(one)],
            "given": [(items.get(row.item, "–"), row) for row in assistance.given_to(viewer, ids)],
            "due": _due(viewer, one.subject, items),
            "exits": [(row, place_name(row.destination, places)) for row in onward.exits_of(viewer, ids)],
            "family": [(other, wording.name_of(other), wording.about(other)) for other in queries.members(viewer, one)],
            "asks_first": one.subject in children.asked_first(viewer.site),
            "carer": _named(viewer, children.carer_of(viewer, one.subject)),
            "children": [_named(viewer, child) for child in children.children_of(viewer, one.subject)],
            "consents": [
                (wording.PURPOSE_NAMES[purpose], row, wording.LANGUAGES.get(row.language or "", row.language))
                for purpose, row in queries.standing_consents(viewer, one.subject).items()
            ],
            "may_refer": any(viewer.reads(wall) for wall in referral_rules.WALLS),
            "replaced": queries.cards_replaced(viewer, one.subject),
            "reads": [fact for fact in told if fact.kind == "access.read"][:10],
            "history": [fact for fact in told if fact.kind != "access.read"],
        },
    )


def _due(viewer: Viewer, reception: str, items: dict[str, str]) -> list[tuple[str, bool, str]]:
    """(what, whether it is due, why or why not), what is due first."""
    found = assistance.due(viewer, reception, timezone.now(), onward.left_households(viewer.site))
    return [
        (
            assistance_wording.thing(what, one.quantity if one.is_due else 1, items),
            one.is_due,
            assistance_wording.why(one, version),
        )
        for what, (one, version) in sorted(found.items(), key=lambda row: not row[1][0].is_due)
    ]


def _named(viewer: Viewer, reception: str | None) -> tuple[Reception, str] | None:
    found = queries.reception(viewer, reception) if reception else None
    return (found, wording.name_of(found)) if found else None
