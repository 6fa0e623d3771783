"""Complaints in numbers, for whoever runs the site: week by week, how many wait, and within how many days we answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm, changed
from akeyi.access.viewer import Viewer

from .. import complaints
from ..groups import CATEGORIES
from ..rules import COUNTED
from ..wording import CATEGORIES as WORDS


class DeadlineForm(OfficeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in CATEGORIES:
            widget = forms.NumberInput(attrs={"class": "input", "autocomplete": "off"})
            self.fields[name] = forms.IntegerField(label=WORDS[name], min_value=0, max_value=90, widget=widget)


@office_page()
def numbers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Counts alone: no word, no owner, and nothing of whom it was about."""
    found = complaints.numbers(viewer)
    stands: dict[str, Any] = {str(name): days for name, days in complaints.deadlines(viewer.site).items()}
    form = DeadlineForm((viewer.is_manager and request.POST) or None, initial=stands)
    if form.is_valid():
        if said := changed(form, stands):
            complaints.say_deadlines(viewer, **said)
        messages.success(request, gettext("Saved."))
        return redirect("complaints-numbers")
    context = {
        "viewer": viewer,
        "numbers": found,
        "names": [WORDS[name] for name in COUNTED],
        "weeks": [(week, [counts[name] for name in COUNTED]) for week, counts in found.weeks],
        "form": form,
    }
    return render(request, "feedback/complaints_numbers.html", context)
