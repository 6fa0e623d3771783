"""Rounded figures: today's arrivals for a state authority, in bands of ten, with no name and no way of leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.access.walls import ROUNDED
from akeyi.figures import closing as closings
from akeyi.figures.disclosure import WIDTH, Band, bands
from akeyi.figures.queries import board
from akeyi.figures.rules import COLUMNS

NAMES: dict[str, Promise] = {
    "expected": _("Expected"),
    "on_the_plane": _("On the plane (carrier says)"),
    "counted": _("Counted"),
    "registered": _("Registered"),
    "served": _("Served"),
    "inside": _("Inside"),
    "left": _("Left"),
}


@office_page(ROUNDED)
def rounded(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    begin, end = closings.bounds(viewer.site, closings.today(viewer.site))
    rows = [
        (row.arrival.label, [(NAMES[name], said(shown)) for name, shown in bands(_seven(row.columns)).items()])
        for row in board(viewer.site)
        if row.arrival and begin <= closings.moment_of(row.arrival) < end
    ]
    context = {"viewer": viewer, "rows": rows, "names": NAMES.values(), "now": timezone.now()}
    return render(request, "figures/rounded.html", context)


def _seven(columns: dict[str, int | None]) -> dict[str, int | None]:
    return {name: columns[name] for name in COLUMNS}


def said(shown: Band | None) -> str:
    """A band as people read it."""
    if shown is None:
        return "–"
    if shown[0] == 0:
        return gettext("fewer than %(n)s") % {"n": WIDTH}
    # Word joiners: a narrow column breaks no band in two.
    return f"{shown[0]}\u2060–\u2060{shown[1]}"
