"""How long things are kept: the period of each wall, who answers for it, what goes tonight, and earlier periods."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.pages.sites import WALLS
from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.figures.closing import today
from akeyi.journal.tell import Saying, tell

from .. import periods as kept
from .. import retention as going
from ..facts.period import PeriodSet
from ..rules import DAYS, LONGEST_DAYS


class PeriodForm(OfficeForm):
    of = forms.ChoiceField(label=_("Wall"), choices=[(wall, WALLS[wall]) for wall in DAYS])
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=LONGEST_DAYS)
    owner = forms.ChoiceField(label=_("Who answers for it"))

    def __init__(self, data: Any, *, site: str) -> None:
        super().__init__(data)
        choices = [("", _("Choose")), *((one["id"], one["short_name"]) for one in access.workers(site))]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]


@office_page("office")
def retention(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if not (viewer.is_manager or viewer.has_duty("audit")):
        raise MayNotRead
    if request.method == "POST" and not viewer.is_manager:
        raise MayNotRead
    form = PeriodForm(request.POST or None, site=viewer.site)
    if form.is_valid():
        tell(Saying(PeriodSet(**form.cleaned_data), site=viewer.site, subject=viewer.site, worker=viewer.worker))
        messages.success(request, gettext("Said. It holds from tonight on."))
        return redirect("retention")
    day = today(viewer.site)
    tonight = going.preview(viewer.site, day + timedelta(days=1))
    return render(
        request,
        "operation/retention.html",
        {
            "viewer": viewer,
            "form": form,
            "periods": [
                (WALLS[one.wall], one, access.name_of(one.owner), access.name_of(one.said_by))
                for one in kept.periods(viewer.site).values()
            ],
            "tonight": [
                (WALLS[wall], tonight.people[wall], sum(kinds.values()), sorted(kinds.items()))
                for wall, kinds in tonight.facts.items()
            ],
            "held_open": tonight.held_open,
            "versions": [
                (WALLS.get(one.of, one.of), one, access.name_of(one.owner), access.name_of(one.worker))
                for one in kept.versions(viewer.site)
            ],
        },
    )
