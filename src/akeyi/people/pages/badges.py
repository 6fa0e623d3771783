"""Badges to print: a worker's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from akeyi.access import queries
from akeyi.access.badges import new_badge
from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.people.cards.badges import badge_sheet


@require_POST
@office_page(duty="access")
def badge(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A new badge of a worker; whoever holds the file can print it again, the server cannot."""
    found = queries.worker_of(viewer.site, id)
    if found is None:
        raise Http404
    name = found["short_name"] or ""
    lines = [queries.organisation_of(id)]
    return as_file(badge_sheet([{"name": name, "lines": lines, "code": new_badge(id)}]), f"badge-{slugify(name)}.pdf")


def as_file(pdf: bytes, name: str) -> HttpResponse:
    """A PDF that the browser keeps nowhere by itself."""
    said = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=said)
