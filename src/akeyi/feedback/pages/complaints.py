"""A focal point's complaints: by the day they are due, each read, answered, handed on; and where people find them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import looks
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.complaints import NO_DAY
from akeyi.people.wording import LANGUAGES

from .. import complaints
from ..complaints import Case
from ..wording import CATEGORIES

DUTY = "complaints"


class AnswerForm(OfficeForm):
    answer = forms.CharField(
        label=_("The answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Whoever has the numbers reads it, also by force. Name nobody, and nothing that was told."),
    )
    see = forms.ChoiceField(label=_("Whom they can see about it"), required=False)

    def __init__(self, case: Case, names: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["see"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = names if case.says_only_whom_to_see else [("", _("Nobody")), *names]
        if case.says_only_whom_to_see:
            del self.fields["answer"]
            choice.required = True


class DueForm(OfficeForm):
    due_on = forms.DateField(label=_("Answer by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class PlaceForm(OfficeForm):
    where = Lines(
        label=_("Where people find you, and when"),
        required=True,
        help_text=_("Whoever complains reads it. A place where others do not see who comes."),
    )
    is_active = forms.BooleanField(label=_("Tablets name me"), required=False)


@office_page("sealed", duty=DUTY)
def board(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What is the viewer's, and what is nobody's any more."""
    context = {
        "viewer": viewer,
        "cases": [_shown(case) for case in complaints.mine(viewer)],
        "nobodys": [_shown(case) for case in complaints.nobodys(viewer)],
        "place": complaints.own_place(viewer),
    }
    return render(request, "feedback/complaints.html", context)


@office_page("sealed", duty=DUTY)
def one(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What was told, and the answer to it."""
    case = _found(viewer, id)
    people = [(one.id, f"{one.name} · {one.of} · {one.where}") for one in complaints.whom_to_see(viewer, case)]
    stands = {"answer": case.handling and case.handling.answer, "see": (case.handling and case.handling.see) or ""}
    form = AnswerForm(case, people, request.POST or None, initial=stands)
    if form.is_valid():
        said = {name: value or None for name, value in form.cleaned_data.items()}
        complaints.handle(viewer, case, **said, is_closed=True)
        messages.success(request, gettext("Answered. Whoever has the numbers can read it now."))
        return redirect("complaints")
    looks.noted(viewer, "complaint", case.id)
    context = {
        "viewer": viewer,
        **_shown(case),
        "language": LANGUAGES.get(case.complaint.language, case.complaint.language),
        "form": form,
        "due_form": DueForm(initial={"due_on": case.due_on}),
        "others": complaints.may_take(viewer, case),
    }
    return render(request, "feedback/complaint.html", context)


@require_POST
@office_page("sealed", duty=DUTY)
def due(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Another day by which it is answered."""
    case, form = _found(viewer, id), DueForm(request.POST)
    if form.is_valid():
        complaints.handle(viewer, case, due_on=form.cleaned_data["due_on"])
        messages.success(request, gettext("Saved."))
    else:
        messages.error(request, in_words(NO_DAY))
    return redirect("complaint", id)


@require_POST
@office_page("sealed", duty=DUTY)
def hand_on(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Another focal point answers it."""
    case = _found(viewer, id)
    if request.POST.get("owner") not in {one.id for one in complaints.may_take(viewer, case)}:
        raise Http404
    complaints.handle(viewer, case, owner=request.POST["owner"])
    messages.success(request, gettext("Handed on."))
    return redirect("complaints")


@require_POST
@office_page("sealed", duty=DUTY)
def take(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Takes over what is nobody's any more."""
    case = next((case for case in complaints.nobodys(viewer) if case.id == id), None)
    if case is None:
        raise Http404
    complaints.handle(viewer, case, owner=viewer.worker)
    return redirect("complaint", id)


@office_page("sealed", duty=DUTY)
def place(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Where people find the viewer."""
    stands = complaints.own_place(viewer)
    initial = {"where": stands and stands.where, "is_active": stands is None or stands.is_active}
    form = PlaceForm(request.POST or None, initial=initial)
    if form.is_valid():
        complaints.say_place(viewer, form.cleaned_data["where"], form.cleaned_data["is_active"])
        messages.success(request, gettext("Saved. Tablets know it from their next contact on."))
        return redirect("complaints")
    return render(request, "feedback/place.html", {"viewer": viewer, "form": form})


def _shown(case: Case) -> dict[str, Any]:
    return {"case": case, "category": CATEGORIES.get(case.complaint.category, case.complaint.category)}


def _found(viewer: Viewer, id: str) -> Case:
    found = complaints.mine_one(viewer, id)
    if found is None:
        raise Http404
    return found
