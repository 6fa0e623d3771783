"""Sealed statements: day by day, and opened by two holders one after the other, each in their own browser."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer

from .. import queries

# What is left of a lock is shorter than the lock.
KEY_AT_MOST = 400


@office_page("sealed", duty="boxes")
def boxes(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The keys, and the boxes of each day."""
    context = {
        "viewer": viewer,
        "keys": queries.keys(viewer),
        "can_seal": bool(queries.locks_now(viewer)),
        "days": queries.days(viewer),
    }
    return render(request, "feedback/sealed.html", context)


@office_page("sealed", duty="boxes")
def box(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """One box: whose turn it is, and who opened it before."""
    return render(request, "feedback/box.html", {"viewer": viewer, "box": _found(viewer, id)})


@require_POST
@office_page("sealed", duty="boxes")
def open_lock(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It is told who opens; then the page gets what this holder's key fits."""
    found = _found(viewer, id)
    locks = queries.open_lock(viewer, id)
    if not locks:
        raise Http404
    asked = {
        "box": id,
        "locks": [asdict(one) for one in locks],
        # The first holder needs only the lock.
        "content": queries.content(viewer, id) if found.step == "second" else "",
        "pieces": reverse("sealed-pieces", args=[id]),
        "read": reverse("sealed-read", args=[id]),
    }
    return render(request, "feedback/open.html", {"viewer": viewer, "box": found, "asked": asked})


@require_safe
@office_page("sealed", duty="boxes")
def pieces(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What the box may need beside it; fetched with every box, so that nobody learns which one has some."""
    _found(viewer, id)
    return JsonResponse(
        [{"id": piece, "content": content} for piece, content in queries.pieces(viewer, id)], safe=False
    )


@require_POST
@office_page("sealed", duty="boxes")
def hand_over(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What the first lock left waits for the second holder."""
    fields = (request.POST.getlist(name) for name in ("outer", "inner", "key"))
    given = [one for one in zip(*fields, strict=False) if len(one[2]) <= KEY_AT_MOST]
    if not given or not all(queries.hand_over(viewer, id, *one) for one in given):
        raise Http404
    messages.success(request, gettext("Your lock is open. The second holder can open theirs for a day."))
    return redirect("sealed-box", id)


@require_POST
@office_page("sealed", duty="boxes")
def is_read(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The browser of the second holder shows it: what waited for them goes."""
    queries.is_read(viewer, id)
    return HttpResponse(status=204)


def _found(viewer: Viewer, id: str) -> queries.Box:
    found = queries.box(viewer, id)
    if found is None:
        raise Http404
    return found
