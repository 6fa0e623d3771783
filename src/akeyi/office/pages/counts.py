"""A count told by mistake is taken back at the table, long after the tablet could."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import MOVED_ON_SINCE
from akeyi.journal import tell

from ..counts import counts, leaves_nobody_below_zero


@require_POST
@office_page("reception", duty="site")
def take_back(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    ids = set(request.POST.get("facts", "").split())
    told = {fact for one in counts(viewer, arrival) for fact in one.ids}
    if not ids or not ids <= told:
        raise Http404
    if leaves_nobody_below_zero(viewer, ids):
        tell.take_back(sorted(ids), viewer.worker)
        messages.success(request, gettext("Taken back. What is right can be counted again."))
    else:
        messages.error(request, in_words(MOVED_ON_SINCE))
    return redirect(f"/office/arrivals/{arrival}/#counts")
