"""Somebody is sent to a service from the office: which one, what it is told item by item, and their yes to that."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.referrals import NOTHING_WRITTEN, WHO_ANSWERED
from akeyi.journal.tell import tell
from akeyi.people import consents
from akeyi.people import queries as people
from akeyi.people import wording as people_wording
from akeyi.people.groups import ITEMS

from .. import queries, rules, telling, wording
from ..models import Service
from .referrals import for_those_who_refer

HOW = (("said", _("By word")), ("written", _("In writing")), ("proxy", _("By somebody else")))
PROXIES = (
    ("", "–"),
    ("parent", _("A parent")),
    ("relative", _("Another relative")),
    ("guardian", _("A guardian")),
    ("child_protection", _("A child-protection worker")),
)
WHY = (
    ("", "–"),
    ("child", _("A child")),
    ("too_ill", _("Too ill")),
    ("cannot_say", _("Cannot speak or understand")),
)


class ReferForm(OfficeForm):
    to = forms.ChoiceField(label=_("To"), widget=forms.RadioSelect)
    priority = forms.ChoiceField(
        label=_("By when"), choices=wording.PRIORITIES.items(), widget=forms.RadioSelect, initial="urgent"
    )
    go_at = forms.DateTimeField(
        label=_("Expected there"), required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    tell = forms.MultipleChoiceField(
        label=_("What it is told"), choices=people_wording.ITEMS.items(), widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(label=_("Asked in"), choices=people_wording.LANGUAGES.items(), initial="ht")
    how = forms.ChoiceField(label=_("They agreed"), choices=HOW, widget=forms.RadioSelect, initial="said")
    proxy = forms.ChoiceField(label=_("Who answered for them"), choices=PROXIES, required=False)
    proxy_why = forms.ChoiceField(label=_("Why they could not"), choices=WHY, required=False)
    is_interpreted = forms.BooleanField(label=_("With an interpreter"), required=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], known: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
        for item in ITEMS:
            field = Lines(label=people_wording.ITEMS[item], max_length=500, initial=known.get(item))
            field.widget.attrs |= {"class": "input", "autocomplete": "off"}
            self.fields[f"item_{item}"] = field

    def rows(self) -> list[tuple[str, Any, bool]]:
        """Each item, with the field of what is told of it, and whether it is chosen."""
        chosen = self["tell"].value() or []
        return [(item, self[f"item_{item}"], item in chosen) for item in ITEMS]

    def others(self) -> list[Any]:
        return [field for field in self if field.name != "tell" and not field.name.startswith("item_")]

    def items(self) -> dict[str, str]:
        """What the service is told: what was chosen, one by one."""
        return {item: self.cleaned_data[f"item_{item}"] for item in self.cleaned_data.get("tell", [])}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for item in said.get("tell", []):
            if not said.get(f"item_{item}"):
                self.add_error(f"item_{item}", in_words(NOTHING_WRITTEN))
        if said.get("how") == "proxy" and not (said.get("proxy") and said.get("proxy_why")):
            raise ValidationError(in_words(WHO_ANSWERED))
        return said

    def answered(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in ("how", "language", "is_interpreted")}
        if told["how"] == "proxy":
            told |= {name: self.cleaned_data[name] for name in ("proxy", "proxy_why")}
        return told


@for_those_who_refer
def refer(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = people.reception(viewer, id)
    if one is None:
        raise Http404
    form = ReferForm(request.POST or None, choices=_choices(viewer, one.subject), known=_known(one))
    if form.is_valid():
        wall, service, to = form.cleaned_data["to"].split(" ")
        fact = telling.refer(
            viewer,
            one.subject,
            wall,
            form.items(),
            service=service,
            need=to,
            priority=form.cleaned_data["priority"],
            answered=form.answered(),
            go_at=form.cleaned_data["go_at"],
        )
        messages.success(request, gettext("Kept. It is not sent yet: make a link or print it."))
        return redirect("referral", fact)
    context = {"viewer": viewer, "form": form, "one": one, "name": people_wording.name_of(one)}
    return render(request, "referrals/refer.html", context | {"wishes": _wishes(viewer, one.subject)})


@require_POST
@for_those_who_refer
def wish(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The person wishes contact with UNHCR or legal aid, or with a consulate: without it none can be chosen."""
    one = people.reception(viewer, id)
    purpose = request.POST.get("purpose", "")
    if one is None or purpose not in rules.WISHED.values():
        raise Http404
    tell(consents.saying(viewer, one.subject, purpose, answer="yes", how="said"))
    messages.success(request, gettext("Noted. What the service is told is asked next."))
    return redirect("refer", id)


def _wishes(viewer: Viewer, reception: str) -> list[tuple[str, Any, bool]]:
    """What a person has to wish before it can be chosen: purpose, name, whether they do."""
    if not viewer.reads("protection"):
        return []
    standing = people.standing_consents(viewer, reception)
    return [
        (purpose, people_wording.PURPOSE_NAMES[purpose], purpose in standing)
        for purpose in dict.fromkeys(rules.WISHED.values())
    ]


def _choices(viewer: Viewer, reception: str) -> list[tuple[str, str]]:
    """Every service that takes people now, for each need that the viewer may send somebody on for; of what a person has
    to wish only what they do."""
    walls = queries.walls_of(viewer)
    wished = {purpose for purpose, _name, is_wished in _wishes(viewer, reception) if is_wished}
    return [
        (f"{wall} {one.subject} {to}", f"{one.name} · {wording.NEEDS[to]}{_today(one)}")
        for one in queries.services(viewer)
        if one.is_active
        for to in one.needs or []
        for wall in walls
        if rules.purpose_of(wall, to) and rules.WISHED.get(to) in (None, *wished)
    ]


def _today(one: Service) -> str:
    is_known = one.capacity is not None and one.capacity_on == timezone.localdate()
    return " · " + gettext("%(n)s more today") % {"n": one.capacity} if is_known else ""


def _known(one: people.Reception) -> dict[str, str]:
    """What is on the person's page, shown as what might be written: none of it is told unless somebody writes it."""
    return {
        "name": people_wording.name_of(one),
        "sex": str(people_wording.SEXES.get(one.sex or "", "")),
        "age": "" if one.age is None else str(one.age),
        "language": ", ".join(people_wording.LANGUAGES.get(code, code) for code in one.languages or []),
        "phone": one.phone or "",
    }
