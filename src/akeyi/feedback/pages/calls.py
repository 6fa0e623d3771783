"""The phone desk: who is called now, a call from the number over the word to its outcome, and calls in numbers."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors import AkeyiError
from akeyi.errors.calls import NOT_THE_WORD, THREE_WRONG_WORDS
from akeyi.people.wording import LANGUAGES

from .. import call_words as words
from .. import calls
from ..call_rules import FEW, STEPS, TRIES
from ..calls import Line
from ..groups import Outcome

DUTY = "calls"
# What may be said without the word.
WITHOUT_THE_WORD: tuple[Outcome, ...] = ("nobody", "not_theirs", "never_again")
COUNTED_WORDS = {
    "reached": words.OUTCOMES["reached"],
    **words.SITUATIONS,
    **{f"received_{name}": words.RECEIVED[name] for name in ("yes", "no")},
    "wants_help": _("Want help"),
    "nobody": words.OUTCOMES["nobody"],
}


class HowTheyAre(OfficeForm):
    situation = forms.ChoiceField(label=_("Where they are"), widget=forms.RadioSelect)
    received = forms.ChoiceField(label=_("What they were promised"), widget=forms.RadioSelect)
    wants_help = forms.ChoiceField(
        label=_("Do they want help?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("situation", words.SITUATIONS), ("received", words.RECEIVED)):
            cast(forms.ChoiceField, self.fields[name]).choices = list(choices.items())

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"wants_help": self.cleaned_data["wants_help"] == "yes"}


@office_page("sealed", duty=DUTY)
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Who is called today, and what was done. Nobody is named, and no number shown."""
    now = timezone.now()
    lines = [_shown(one) for one in calls.lines(viewer, now)]
    context = {
        "viewer": viewer,
        "now": now,
        "at_this_hour": [one for one in lines if one["line"].is_now],
        "at_another": [one for one in lines if not one["line"].is_now],
        "done": [
            {"one": one, "step": words.STEPS[one.call.step], "outcome": words.OUTCOMES[one.call.outcome]}
            for one in calls.done(viewer, now)
        ],
    }
    return render(request, "feedback/calls.html", context)


@office_page("sealed", duty=DUTY)
def call(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """One call, as far as it has come: before the number, before the word, after it."""
    return _call(request, viewer, _found(viewer, id))


@require_POST
@office_page("sealed", duty=DUTY)
def number(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Shows the number to this caller, which is noted."""
    try:
        calls.begin(viewer, _found(viewer, id), timezone.now())
    except AkeyiError as error:
        messages.error(request, in_words(error))
        return redirect("calls")
    return redirect("call", id)


@sensitive_post_parameters("word")
@require_POST
@office_page("sealed", duty=DUTY)
def word(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What was said on the phone; it is neither kept nor said back."""
    one = _found(viewer, id)
    try:
        if calls.say_word(viewer, one, request.POST.get("word", ""), timezone.now()):
            return redirect("call", id)
    except AkeyiError as error:
        messages.error(request, in_words(error))
        return redirect("call", id)
    if calls.is_ended(one):
        messages.error(request, in_words(THREE_WRONG_WORDS, said=words.GOODBYE[one.wish.language]))
        return redirect("calls")
    return _call(request, viewer, one, wrong=in_words(NOT_THE_WORD))


@require_POST
@office_page("sealed", duty=DUTY)
def outcome(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What became of the call."""
    one = _found(viewer, id)
    said = request.POST.get("outcome", "")
    form = HowTheyAre(request.POST if said == "reached" else None)
    if said != "reached" and said not in WITHOUT_THE_WORD:
        raise Http404
    if said == "reached" and not form.is_valid():
        return _call(request, viewer, one, form=form)
    try:
        calls.say_outcome(viewer, one, cast(Outcome, said), timezone.now(), **(form.said if form.is_bound else {}))
    except AkeyiError as error:
        messages.error(request, in_words(error))
        return redirect("call", id)
    messages.success(request, _told(said))
    return redirect("calls")


@require_POST
@office_page("sealed", duty=DUTY)
def put_right(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Takes back what was said of a call today."""
    if not calls.put_right(viewer, id, timezone.now()):
        raise Http404
    messages.success(request, gettext("Taken back."))
    return redirect("calls")


@office_page()
def numbers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """How many, rounded; nobody."""
    found = calls.numbers(viewer)
    context = {
        "viewer": viewer,
        "told": found.told,
        "few": FEW,
        "steps": [words.STEPS[step] for step in STEPS],
        "rows": [(name, [found.of_each[step][key] for step in STEPS]) for key, name in COUNTED_WORDS.items()],
    }
    return render(request, "feedback/calls_numbers.html", context)


def _call(
    request: HttpRequest, viewer: Viewer, one: Line, wrong: str = "", form: HowTheyAre | None = None
) -> HttpResponse:
    calling = calls.calling(viewer, one.wish.id, timezone.now())
    context = {
        "viewer": viewer,
        **_shown(one),
        "calling": calling,
        "first": words.FIRST[one.wish.language],
        "then": words.THEN[one.wish.language],
        "organisation": access.organisation_of(viewer.worker),
        "caller": access.name_of(viewer.worker),
        "form": form or HowTheyAre(),
        "wrong": wrong,
        "outcomes": [(name, words.OUTCOMES[name]) for name in WITHOUT_THE_WORD],
    }
    refused = wrong or (form is not None and form.errors)
    return render(request, "feedback/call.html", context, status=400 if refused else 200)


def _shown(one: Line) -> dict[str, Any]:
    return {
        "line": one,
        "step": words.STEPS[one.due.step],
        "whose": words.WHOSE[one.wish.whose],
        "language": LANGUAGES.get(one.wish.language, one.wish.language),
        "hours": [words.HOURS[hour] for hour in words.HOURS if hour in one.wish.hours],
        "try": one.due.tried + 1,
        "tries": TRIES,
    }


def _told(outcome: str) -> str:
    if outcome == "nobody":
        return gettext("Leave no message, and send none. It is tried again tomorrow.")
    if outcome in ("not_theirs", "never_again"):
        return gettext("This number is not called again. It is erased tonight.")
    return gettext("Thank you. It is kept without a name.")


def _found(viewer: Viewer, id: str) -> Line:
    found = calls.line(viewer, id, timezone.now())
    if found is None:
        raise Http404
    return found
