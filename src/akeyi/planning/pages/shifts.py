"""Shifts that are expected: who comes, station by station."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.planning import ENDS_BEFORE_IT_BEGINS, NOBODY_IN_IT, SHIFT_TOO_LONG
from akeyi.journal import tell
from akeyi.people.wording import LANGUAGES

from .. import queries
from ..facts.shift import ShiftPlanned
from ..stations import STATIONS
from ..wording import STATION

LONGEST = timedelta(hours=24)


class ShiftForm(OfficeForm):
    since_at = forms.DateTimeField(
        label=_("Begins"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    until_at = forms.DateTimeField(
        label=_("Ends"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels: dict[str, Any] = {f"at-{one}": STATION[one] for one in STATIONS}
        labels |= {f"speaks-{code}": name for code, name in LANGUAGES.items()}
        for key, label in labels.items():
            number = forms.IntegerField(label=label, min_value=0, max_value=1000, required=False)
            number.widget.attrs |= {"class": "input", "inputmode": "numeric"}
            self.fields[key] = number

    @property
    def at_stations(self) -> list[Any]:
        return [self[f"at-{one}"] for one in STATIONS]

    @property
    def who_speak(self) -> list[Any]:
        return [self[f"speaks-{code}"] for code in LANGUAGES]

    def _numbers(self, prefix: str) -> dict[str, int]:
        return {
            key.removeprefix(prefix): number
            for key, number in self.cleaned_data.items()
            if key.startswith(prefix) and number
        }

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        since, until = told.get("since_at"), told.get("until_at")
        if since and until and until <= since:
            self.add_error("until_at", in_words(ENDS_BEFORE_IT_BEGINS))
        elif since and until and until - since > LONGEST:
            self.add_error("until_at", in_words(SHIFT_TOO_LONG))
        if not self.errors and not self._numbers("at-"):
            self.add_error("at-count", in_words(NOBODY_IN_IT))
        return told

    def said(self) -> ShiftPlanned:
        return ShiftPlanned.model_validate(
            {
                "since_at": self.cleaned_data["since_at"],
                "until_at": self.cleaned_data["until_at"],
                "staff": self._numbers("at-"),
                "languages": self._numbers("speaks-"),
            }
        )


@office_page("reception", "assistance", duty="site")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    day = request.GET.get("day", "")
    begin = {"since_at": f"{day}T06:00", "until_at": f"{day}T14:00"} if len(day) == 10 else {}
    form = ShiftForm(request.POST or None, initial=begin)
    if form.is_valid():
        said = form.said()
        tell.tell(tell.Saying(said, site=viewer.site, subject=viewer.site, worker=viewer.worker))
        messages.success(request, gettext("Kept."))
        return redirect(f"{reverse('plan')}?day={timezone.localdate(said.since_at).isoformat()}")
    return render(request, "planning/shift.html", {"viewer": viewer, "form": form})


@require_POST
@office_page("reception", "assistance", duty="site")
def take_back(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It is not so, or was written down wrong."""
    found = queries.shift(viewer, id)
    if found is None:
        raise Http404
    tell.take_back([found.id], viewer.worker)
    messages.success(request, gettext("Taken back. What is right can be written down again."))
    return redirect(f"{reverse('plan')}?day={timezone.localdate(found.since_at).isoformat()}")
