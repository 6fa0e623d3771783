"""Referrals at the office: which are overdue, who has to be told that one was taken back, and each one by itself."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors import Kind
from akeyi.errors.referrals import NO_LONGER_OPEN, NOT_THERE, REASON_MISSING
from akeyi.people import consents
from akeyi.people import queries as people
from akeyi.people.wording import ITEMS

from .. import links, mail, queries, rules, telling, wording
from ..paper import three_copies
from ..queries import Shown

About = Callable[[HttpRequest, Viewer, Shown], HttpResponse]


def for_those_who_refer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For whoever reads behind a wall that referrals stand behind."""

    @office_page("reception")
    @wraps(view)
    def answer(request: HttpRequest, viewer: Viewer, *args: object, **kwargs: object) -> HttpResponse:
        queries.walls_of(viewer)
        return view(request, viewer, *args, **kwargs)

    return answer


def about_one(view: About) -> Callable[..., HttpResponse]:
    """The same, about one referral; whoever may not see it is told what they would be told of one that is not there."""

    @for_those_who_refer
    @wraps(view)
    def answer(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
        shown = queries.referral(viewer, id)
        if shown is None:
            messages.error(request, in_words(NOT_THERE))
            return redirect("referrals")
        return view(request, viewer, shown)

    return answer


@for_those_who_refer
def referrals(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    noted(viewer, "list of referrals")
    found = queries.referrals(viewer)

    def rows(which: Callable[[Shown], bool]) -> list[dict[str, object]]:
        return [_row(viewer, one) for one in found if which(one)]

    return render(
        request,
        "referrals/referrals.html",
        {
            "viewer": viewer,
            "to_tell": rows(lambda one: one.must_be_told),
            "overdue": rows(lambda one: one.is_overdue),
            "open": rows(lambda one: one.is_open and not one.is_overdue),
            "closed": rows(lambda one: not one.is_open and not one.must_be_told),
        },
    )


@about_one
def referral(request: HttpRequest, viewer: Viewer, shown: Shown) -> HttpResponse:
    noted(viewer, "referral", shown.referral.subject)
    return _page(request, viewer, shown)


def _page(request: HttpRequest, viewer: Viewer, shown: Shown, **more: object) -> HttpResponse:
    return render(
        request,
        "referrals/referral.html",
        {
            "viewer": viewer,
            **_row(viewer, shown),
            "items": [(ITEMS[name], value) for name, value in shown.referral.items.items()],
            "not_agreed": [ITEMS[name] for name in shown.not_agreed],
            "steps": [
                (
                    wording.STEPS.get(one.step, one.step),
                    wording.BY.get(one.by, one.by),
                    wording.REASONS.get(one.reason or "", ""),
                    access.name_of(one.worker),
                    one,
                )
                for one in shown.steps
            ],
            "may_say": [(what, wording.STEPS[what]) for what in _by_voice(shown)],
            "reasons": wording.REASONS.items(),
            "may_mail": bool(mail.is_possible() and shown.service and shown.service.email),
            **more,
        },
    )


def _row(viewer: Viewer, shown: Shown) -> dict[str, object]:
    row = shown.referral
    return {
        "shown": shown,
        "person": people.reception(viewer, row.subject),
        "service": shown.service,
        "need": wording.NEEDS.get(row.need, row.need),
        "priority": wording.PRIORITIES.get(row.priority, row.priority),
        "state": wording.STATES[shown.state],
        "wall": wording.WALLS[shown.wall],
    }


def _by_voice(shown: Shown) -> tuple[str, ...]:
    """What a worker may note that the receiver said; before it was sent, that it was said by voice."""
    if shown.state == "told":
        return ("sent",)
    return rules.may_answer(shown.state) if shown.steps else ()


def _refused(request: HttpRequest, shown: Shown, error: Kind) -> HttpResponse:
    messages.error(request, in_words(error))
    return redirect("referral", shown.referral.id)


@require_POST
@about_one
def link(request: HttpRequest, viewer: Viewer, shown: Shown) -> HttpResponse:
    """A new link and its code, shown this once; by letter too, where the service has an address for it."""
    if not shown.is_open:
        return _refused(request, shown, NO_LONGER_OPEN)
    token, code = links.make(shown, viewer.site, timezone.now())
    telling.step(shown, "sent", "link", viewer.worker)
    address = request.build_absolute_uri(reverse("received", args=[token]))
    is_mailed = None
    if "mail" in request.POST and mail.is_possible() and shown.service and shown.service.email:
        is_mailed = mail.send(shown.service.email, address)
    return _page(
        request,
        viewer,
        queries.referral(viewer, shown.referral.id) or shown,
        address=address,
        code=f"{code[:3]} {code[3:]}",
        is_mailed=is_mailed,
    )


@require_POST
@about_one
def paper(request: HttpRequest, viewer: Viewer, shown: Shown) -> HttpResponse:
    """Three copies: for the receiver with a link, for the sender with its code, and what the person carries."""
    if not shown.is_open:
        return _refused(request, shown, NO_LONGER_OPEN)
    token, code = links.make(shown, viewer.site, timezone.now())
    telling.step(shown, "sent", "paper", viewer.worker)
    noted(viewer, "referral printed", shown.referral.subject)
    pdf = three_copies(shown, request.build_absolute_uri(reverse("received", args=[token])), code)
    said = {"Content-Disposition": f'attachment; filename="{shown.referral.case}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=said)


@require_POST
@about_one
def step(request: HttpRequest, viewer: Viewer, shown: Shown) -> HttpResponse:
    """A worker notes what the receiver said by voice or on paper."""
    what = request.POST.get("step", "")
    reason = request.POST.get("reason") or None
    if what not in _by_voice(shown):
        return _refused(request, shown, NO_LONGER_OPEN)
    if what == "rejected" and reason not in wording.REASONS:
        return _refused(request, shown, REASON_MISSING)
    telling.step(shown, what, "voice", viewer.worker, reason=reason if what == "rejected" else None)
    messages.success(request, gettext("Noted."))
    return redirect("referral", shown.referral.id)


@require_POST
@about_one
def take_back(request: HttpRequest, viewer: Viewer, shown: Shown) -> HttpResponse:
    """The person takes back what they agreed to for this service."""
    consents.withdraw_one(viewer, shown.referral.subject, shown.referral.consent)
    messages.success(request, gettext("Taken back. Whoever opens the link reads only that."))
    return redirect("referral", shown.referral.id)
