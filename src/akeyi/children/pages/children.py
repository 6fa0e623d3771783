"""Children who leave: codes of the on-call officer, made in advance, and releases that somebody has to look at."""

import secrets
from collections.abc import Callable
from functools import wraps

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import MayNotRead, Viewer, need
from akeyi.children import queries, rules
from akeyi.children.facts.release_code import ReleaseCodeMade
from akeyi.children.facts.release_review import ReleaseReviewed
from akeyi.errors.office import NOTHING_FOUND_OUT
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people
from akeyi.people import wording

WHY = {
    "ambulance": _("Went with an ambulance, at once"),
    "nobody": _("A child died"),
    "code_unknown": _("A code was used that nobody made here"),
    "code_twice": _("Its code let another child go too"),
    "authorised": _("Child protection had not written down who may take the child"),
    "identity": _("No paper was seen, and nobody decided in writing"),
}


class CodesForm(OfficeForm):
    label = Lines(
        label=_("For"), required=True, max_length=34, help_text=_("When and for whom, for example: night of the 19th")
    )
    count = forms.IntegerField(label=_("How many codes"), min_value=1, max_value=20, initial=4)


def for_those_in_charge(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The site manager prepares codes; child protection prepares them too and looks at releases."""

    @office_page("reception")
    @wraps(view)
    def answer(request: HttpRequest, viewer: Viewer, *args: object, **kwargs: object) -> HttpResponse:
        if not viewer.is_manager and not viewer.reads("child"):
            raise MayNotRead("child")
        return view(request, viewer, *args, **kwargs)

    return answer


@for_those_in_charge
def children(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    waiting = queries.to_review(viewer.site)
    # What is known of one child stands behind the wall of children; how many wait, the manager may know.
    shown = [_row(viewer, one) for one in waiting] if viewer.reads("child") else []
    return render(
        request,
        "children/children.html",
        {
            "viewer": viewer,
            "codes": queries.codes(viewer.site),
            "form": CodesForm(),
            "waiting": len(waiting),
            "shown": shown,
            "may_review": viewer.reads("child"),
            "reviews": queries.reviews(viewer)[:20] if viewer.reads("child") else [],
            "carers": [
                (people.reception(viewer, one.subject), len(one.answers["carer"]))
                for one in queries.carers_in_question(viewer)
            ],
        },
    )


@require_POST
@for_those_in_charge
def make_codes(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Makes codes and shows them this once, on a page to print and seal."""
    form = CodesForm(request.POST)
    if not form.is_valid():
        return render(request, "children/codes_form.html", {"viewer": viewer, "form": form})
    label, count = form.cleaned_data["label"], form.cleaned_data["count"]
    made = ["".join(secrets.choice(rules.LETTERS) for _ in range(rules.LENGTH)) for _ in range(count)]
    tell(
        *(
            Saying(
                ReleaseCodeMade(code_hash=rules.hash_of_code(code), label=f"{label}, {n}"),
                site=viewer.site,
                worker=viewer.worker,
            )
            for n, code in enumerate(made, start=1)
        )
    )
    shown = [(n, rules.spoken_code(code)) for n, code in enumerate(made, start=1)]
    return render(request, "children/codes.html", {"viewer": viewer, "label": label, "codes": shown})


@require_POST
@office_page("child")
def review(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Somebody looked at a release; what they found is told."""
    release = queries.release(viewer, id)
    note = request.POST.get("note", "").strip()[:2000]
    if release is None or not note:
        messages.error(request, in_words(NOTHING_FOUND_OUT))
    else:
        arrival = people.everybody(viewer.site).arrival.get(release.subject)
        tell(
            Saying(
                ReleaseReviewed(release=release.id, note=note),
                site=viewer.site,
                subject=release.subject,
                arrivals=[arrival] if arrival else [],
                worker=viewer.worker,
            )
        )
        messages.success(request, gettext("Noted."))
    return redirect("children")


def _row(viewer: Viewer, one: queries.ToReview) -> dict:
    need(viewer, "child")
    child = people.reception(viewer, one.release.subject)
    return {
        "release": one.release,
        "why": WHY[one.why],
        "child": child,
        "name": wording.name_of(child) if child else "",
        "worker": access.name_of(one.release.worker),
    }
