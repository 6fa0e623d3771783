"""Children in care, on one page: who is with whom, since when, who cares tonight; and handing over at the table."""

import base64
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.children import queries as children
from akeyi.children.facts.hold import ChildHeld
from akeyi.errors.office import NOT_IN_CARE
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people

from .. import care
from ..history_words import VALUES
from .handover import TakeOver

SITUATIONS = {
    "adult": _("Adult"),
    "unaccompanied": _("Unaccompanied child"),
    "separated": _("Separated child"),
    "accompanied": _("With an adult who answers for them"),
    "in_question": _("Two answers about who cares"),
    "not_known": _("Not yet known with whom"),
}


def _for_those_who_act(viewer: Viewer) -> None:
    if not care.may_open(viewer):
        raise MayNotRead("child")


@office_page("reception")
def in_care(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    _for_those_who_act(viewer)
    noted(viewer, "children in care")
    now = timezone.now()
    rows = [_row(one) for one in care.in_care(viewer, now)]
    context = {"viewer": viewer, "rows": rows, "now": now, "reads_why": viewer.reads("child")}
    return render(request, "office/in_care.html", context)


def _row(one: care.InCare) -> dict[str, Any]:
    known = one.known
    return {
        "one": one,
        "situation": SITUATIONS.get(one.situation, ""),
        "refused_by": VALUES["refused_by"].get(known.refused_by, "") if known else "",
        "tonight": VALUES["care_tonight"].get(known.care_tonight, "") if known else "",
        "came": [(who, VALUES["outcome"].get(who.outcome, who.outcome)) for who in one.came],
    }


@office_page("reception")
def hand_over(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The next worker takes a child over with their PIN, brothers and sisters too."""
    _for_those_who_act(viewer)
    rows = {one.id: one for one in care.in_care(viewer, timezone.now())}
    if id not in rows:
        messages.error(request, in_words(NOT_IN_CARE))
        return redirect("in-care")
    together = care.together(viewer, id)
    form = TakeOver(request.POST or None, site=viewer.site)
    if not form.is_valid():
        context = {"viewer": viewer, "form": form, "rows": [rows[one] for one in together], "child": id}
        return render(request, "office/in_care_hand_over.html", context)
    known = people.everybody(viewer.site)
    tell(
        *(
            Saying(
                ChildHeld(holder=form.cleaned_data["worker"], place=rows[one].place, by_pin=True),
                site=viewer.site,
                subject=one,
                arrivals=[arrival] if (arrival := known.arrival.get(one)) else [],
                worker=viewer.worker,
            )
            for one in together
        )
    )
    messages.success(request, gettext("Taken over."))
    return redirect("in-care")


@office_page("child")
def photo(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The photo of a child who cannot say their name; for child protection alone."""
    found = children.photos(viewer).get(id)
    if found is None:
        raise Http404
    noted(viewer, "photo", id)
    return HttpResponse(base64.b64decode(found.jpeg), content_type="image/jpeg", headers={"Cache-Control": "no-store"})
