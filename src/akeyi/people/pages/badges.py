"""Badges to print: a worker's own, and those that make a volunteer for a day."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import day_badges, queries
from akeyi.access.badges import new_badge
from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.viewer import Viewer
from akeyi.people.cards.badges import Printed, badge_sheet


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


class DayBadgesForm(OfficeForm):
    count = forms.IntegerField(label=_("How many"), min_value=1, max_value=day_badges.AT_ONCE_MOST)
    hours = forms.IntegerField(
        label=_("Hours of the shift"),
        min_value=1,
        max_value=day_badges.HOURS_MOST,
        help_text=_("From the moment a badge is scanned; then whoever holds it is out, also where no hub is near."),
    )


@office_page(duty="access")
def printed_ahead(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Day badges, printed ahead, so that a volunteer works half a minute after they came; who works by one now."""
    form = DayBadgesForm(request.POST or None, initial={"count": 10, "hours": day_badges.HOURS})
    if form.is_valid():
        hours = form.cleaned_data["hours"]
        lines = [gettext("%(hours)s h from the first scan") % {"hours": hours}]
        made = day_badges.print_badges(viewer, form.cleaned_data["count"], hours)
        printed: list[Printed] = [
            {"name": f"{gettext('Volunteer')} {number}", "lines": lines, "code": code} for number, code in made
        ]
        return as_file(badge_sheet(printed), f"day-badges-{made[0][0]}-{made[-1][0]}.pdf")
    context = {
        "viewer": viewer,
        "form": form,
        "sheets": [(one, _runs(one.unused)) for one in day_badges.sheets(viewer.site)],
        "at_work": [
            one | {"until_at": datetime.fromisoformat(one["until"])} for one in day_badges.at_work(viewer.site)
        ],
    }
    return render(request, "people/day_badges.html", context)


def _runs(numbers: list[int]) -> str:
    """`1–4, 6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


@require_POST
@office_page(duty="access")
def cancel_sheet(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The unused badges of a sheet that was lost begin no shift any more."""
    count = day_badges.cancel(viewer.site, id)
    if not count:
        raise Http404
    said = ngettext("%(count)s day badge is cancelled.", "%(count)s day badges are cancelled.", count)
    messages.success(request, said % {"count": count})
    return redirect("day-badges")


def as_file(pdf: bytes, name: str) -> HttpResponse:
    """A PDF that the browser keeps nowhere by itself."""
    said = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=said)
