"""Facts set aside: one list that a manager works down, each point with what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer

from .. import set_aside

REASONS = {
    "unknown kind": _("a kind of fact that a newer Akeyi tells"),
    "newer version": _("told by a newer Akeyi"),
    "another wall": _("told behind another wall than its kind has"),
    "no fact": _("no fact at all"),
    "digest": _("changed on its way"),
    "time": _("its time cannot be read"),
    "number": _("its number cannot be"),
    "another fact under a known id": _("another fact under an id that is taken"),
    "clock ahead": _("the tablet's clock is ahead"),
}


def reason(name: str) -> object:
    """Why something was set aside, in words."""
    if name.startswith("fold:"):
        return _("it does not fit the tables")
    return REASONS.get(name, _("its text cannot be read"))


@office_page(duty="site")
def aside(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = set_aside.set_aside(viewer)
    context = {
        "viewer": viewer,
        "now": timezone.now(),
        "aside": found,
        "not_understood": [(one, reason(one.reason)) for one in found.not_understood],
        "unreadable": [(one, reason(one.reason)) for one in found.unreadable],
        "suspects": [(one, reason(one.reason)) for one in found.suspects],
    }
    return render(request, "office/aside.html", context)
