"""Who looked: entries by worker, person and day for whoever watches over looks, and those that stand out."""

import re
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import NO_CARD_NUMBER
from akeyi.errors.oversight import CARD_NEVER_SPOKEN_OF
from akeyi.figures.closing import today
from akeyi.people.cards.numbers import CardNumberProblem, typed

from .. import audit as looks
from ..audit_words import ACT_NAMES

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@office_page(duty="audit")
def audit(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked = _asked(request, viewer)
    rows, after = looks.entries(viewer, asked)
    is_of_a_day = asked.day is not None and not (asked.worker or asked.person or asked.act or asked.before)
    day = asked.day.isoformat() if asked.day else ""
    named = {"act": asked.act, "worker": asked.worker, "person": asked.person, "day": day}
    return render(
        request,
        "office/audit.html",
        {
            "viewer": viewer,
            "asked": asked,
            "mark": asked.person[-8:],
            "acts": ACT_NAMES.items(),
            "workers": looks.workers(viewer.site),
            "rows": rows,
            "next": urlencode(named | {"before": after}) if after else "",
            "out": looks.stands_out(viewer, asked.day, timezone.now()) if asked.day and is_of_a_day else None,
            "is_today": asked.day == today(viewer.site),
        },
    )


@require_POST
@office_page(duty="audit")
def by_card(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A card travels in the form alone; the address holds the record's id."""
    try:
        found = looks.reception_of(viewer, typed(request.POST.get("card", "")))
    except CardNumberProblem:
        messages.error(request, in_words(NO_CARD_NUMBER))
        return redirect("audit")
    if found is None:
        messages.error(request, in_words(CARD_NEVER_SPOKEN_OF))
        return redirect("audit")
    return redirect(f"{reverse('audit')}?{urlencode({'person': found, 'day': ''})}")


def _asked(request: HttpRequest, viewer: Viewer) -> looks.Asked:
    """What was asked for; what is no answer is left out. With no question at all: today."""
    given = request.GET
    act = given.get("act", "")
    return looks.Asked(
        act=act if act in ACT_NAMES else "",
        worker=_id(given.get("worker")),
        person=_id(given.get("person")),
        day=_day(given.get("day")) if "day" in given else today(viewer.site),
        before=_id(given.get("before")),
    )


def _id(text: str | None) -> str:
    return text if text and ID.fullmatch(text) else ""


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
