"""What a receiver sees without an account: with the link and its code, what was disclosed, and what they may answer."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from akeyi.access import queries as access
from akeyi.access.saying_no import in_words
from akeyi.errors.referrals import CODE_NOT_RIGHT, LINK_DEAD, OPENED_BEFORE, REASON_MISSING
from akeyi.people.wording import ITEMS

from .. import links, queries, rules, telling, wording
from ..models import Link
from ..queries import Shown

COOKIE = "referral"
# As long as somebody still has to be helped; afterwards the page holds nothing of anybody.
SHOWN_IN = ("sent", "acknowledged", "accepted")


@sensitive_post_parameters("code")
def received(request: HttpRequest, token: str) -> HttpResponse:
    link = links.find(token, timezone.now())
    shown = queries.of_link(link.site, link.wall, link.referral) if link else None
    if link is None or shown is None:
        return _plain(request, "referrals/received_not.html", in_words(LINK_DEAD), 404)
    if links.is_of(link, request.COOKIES.get(COOKIE, "")):
        # Times are the site's, as on its own pages.
        with timezone.override(access.zone_of(link.site)):
            return _answer(request, token, shown)
    if link.browser_hash:
        return _plain(request, "referrals/received_not.html", in_words(OPENED_BEFORE), 403)
    return _open(request, token, link, shown)


def _open(request: HttpRequest, token: str, link: Link, shown: Shown) -> HttpResponse:
    """Asks for the code. To look at an address opens nothing: programs that show a preview of it look too."""
    if "code" not in request.POST:
        return _plain(request, "referrals/received_code.html")
    browser = links.open_with(link, token, request.POST["code"], shown.due, timezone.now())
    if browser is None:
        return _plain(request, "referrals/received_code.html", in_words(CODE_NOT_RIGHT), 403)
    answer = redirect("received", token)
    answer.set_cookie(
        COOKIE,
        browser,
        max_age=links.LONGEST,
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def _answer(request: HttpRequest, token: str, shown: Shown) -> HttpResponse:
    what, reason = request.POST.get("step", ""), request.POST.get("reason") or None
    said = ""
    if what in rules.may_answer(shown.state):
        if what != "rejected" or reason in wording.REASONS:
            telling.step(shown, what, "link", reason=reason if what == "rejected" else None)
            return redirect("received", token)
        said = in_words(REASON_MISSING)
    row = shown.referral
    is_shown = shown.state in SHOWN_IN
    context = {
        "wrong": said,
        "state": shown.state,
        "case": row.case if is_shown else "",
        "need": wording.NEEDS.get(row.need, row.need) if is_shown else "",
        "priority": wording.PRIORITIES.get(row.priority, row.priority) if is_shown else "",
        "due": shown.due,
        "go_at": row.go_at if is_shown else None,
        "items": [(ITEMS[name], value) for name, value in row.items.items()] if is_shown else [],
        "may_say": rules.may_answer(shown.state),
        "reasons": wording.REASONS.items(),
        "is_deleted": any(one.step == "deleted" for one in shown.steps),
    }
    return render(request, "referrals/received.html", context, status=400 if said else 200)


def _plain(request: HttpRequest, template: str, said: str = "", status: int = 200) -> HttpResponse:
    return render(request, template, {"said": said}, status=status)
