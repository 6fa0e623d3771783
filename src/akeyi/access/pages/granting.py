"""Roles for one shift, and PINs and accounts that wait for a second holder of a wall."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import granting, queries
from akeyi.access.door import office_page
from akeyi.access.facts.vouched import Way
from akeyi.access.forms import OfficeForm
from akeyi.access.models import Grant
from akeyi.access.pages.sites import WALL_WORDS
from akeyi.access.pages.workers import ROLE_WORDS
from akeyi.access.viewer import MayNotRead, Viewer

USUAL = timedelta(hours=8)


class GrantForm(OfficeForm):
    worker = forms.ChoiceField(label=_("Who"))
    role = forms.ChoiceField(label=_("Works as"))
    until = forms.TimeField(
        label=_("Until"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("An hour that is past means tomorrow."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = (one for one in queries.workers(viewer.site) if one["id"] != viewer.worker)
        names = [(one["id"], one["short_name"]) for one in found]
        cast(forms.ChoiceField, self.fields["worker"]).choices = names
        roles = [(role, ROLE_WORDS[role]) for role in granting.roles_to_give(viewer)]
        cast(forms.ChoiceField, self.fields["role"]).choices = roles


@office_page()
def grants(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Whose PINs and accounts wait, who works as what until when, and a role for a shift."""
    roles = granting.roles_to_give(viewer)
    if not viewer.may_vouch:
        raise MayNotRead
    until = timezone.localtime() + USUAL
    asked = {"worker": request.GET.get("worker"), "until": until.replace(minute=0).time()}
    form = GrantForm(request.POST or None, viewer=viewer, initial=asked)
    if form.is_valid():
        said = form.cleaned_data
        now = timezone.localtime()
        until = now.replace(hour=said["until"].hour, minute=said["until"].minute, second=0, microsecond=0)
        granting.grant(viewer, said["worker"], said["role"], until if until > now else until + timedelta(days=1))
        messages.success(request, gettext("Granted. It counts at the next sign-in on a tablet near the hub."))
        return redirect("granting")
    return render(request, "access/granting.html", _context(viewer, form if roles else None))


def _context(viewer: Viewer, form: GrantForm | None) -> dict[str, Any]:
    rows = [
        {
            "id": one.subject,
            "worker": queries.name_of(one.worker),
            "role": ROLE_WORDS.get(one.role or "", one.role),
            "until_at": one.until_at,
            "may_end": viewer.is_manager or one.role in granting.roles_to_give(viewer),
        }
        for one in (granting.standing(viewer.site) if viewer.may_grant else ())
    ]
    waiting = [
        {
            "worker": one.worker,
            "short_name": one.short_name,
            "way": one.way,
            "walls": [WALL_WORDS[wall] for wall in one.walls],
            "mine": [WALL_WORDS[wall] for wall in one.mine],
            "is_first": "first" in one.mine.values(),
        }
        for one in granting.waiting(viewer)
        # Who holds keys to sealed statements may live far from this hall: they read what waits for their word alone.
        if viewer.may_grant or one.mine
    ]
    return {"viewer": viewer, "form": form, "rows": rows, "waiting": waiting}


@require_POST
@office_page()
def end(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A role for a shift ends now."""
    try:
        granting.end(viewer, id)
    except Grant.DoesNotExist:
        raise Http404 from None
    messages.success(request, gettext("Ended."))
    return redirect("granting")


@require_POST
@office_page()
def open_pin(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A second holder's word: this PIN is the colleague's, and opens the wall."""
    return _vouch(request, viewer, id, "pin")


@require_POST
@office_page()
def open_account(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The same word for their account at the office."""
    return _vouch(request, viewer, id, "account")


def _vouch(request: HttpRequest, viewer: Viewer, id: str, way: Way) -> HttpResponse:
    opened = granting.vouch(viewer, id, way)
    words = ", ".join(str(WALL_WORDS[wall]) for wall in opened)
    messages.success(request, gettext("Open now: %(walls)s.") % {"walls": words})
    return redirect("granting")
