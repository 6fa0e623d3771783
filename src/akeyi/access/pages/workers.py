"""Workers of a site: who they are, what they may read, their PIN, and their way into the office."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access import accounts, granting, queries, rings
from akeyi.access.badges import badge_of
from akeyi.access.door import office_page
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.forms import Lines, OfficeForm, changed
from akeyi.access.keeping import keeps
from akeyi.access.looks import WORKER_PAGE, noted
from akeyi.access.models import OfficeAccount, Pin, Worker
from akeyi.access.pages.sites import WALL_WORDS
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.access.walls import ROLES, in_force
from akeyi.access.working_roles import working_roles
from akeyi.errors.office import IS_WITH_A_CHILD, NOT_FOR_ONESELF, ROLE_NOT_FOR_STATE, SHUTS_ONESELF_OUT
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

ROLE_WORDS = {
    "manager": _("Site manager"),
    "administrator": _("Workers and tablets, without names of people"),
    "audit": _("Data protection"),
    "clerk": _("Reception and items"),
    "volunteer": _("Volunteer: counting, giving, leaving"),
    "cash": _("Cash"),
    "triage": _("Triage"),
    "health": _("Health"),
    "child_protection": _("Child protection"),
    "protection": _("Protection"),
    "last_word": _("Last word at the door"),
    "safety": _("Safety of the hall"),
    "information": _("Information officer: forms and figures, without names"),
    "statistics": _("Statistics, without names"),
    "head_of_mission": _("Head of mission: figures, and the answer to a sender"),
    "holder": _("Holder of a key to sealed statements"),
    "focal_point": _("Focal point for complaints"),
    "phone_desk": _("Phone desk: calls whoever agreed to it"),
    "authority": _("State authority: rounded figures"),
}
LANGUAGE_WORDS = (("ht", "Kreyòl"), ("fr", "Français"), ("es", "Español"), ("en", "English"))


class WorkerForm(OfficeForm):
    short_name = Lines(
        label=_("Short name"),
        required=True,
        max_length=40,
        help_text=_("As colleagues call them; it stands on the tablets."),
    )
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("May see"),
        choices=[(role, ROLE_WORDS[role]) for role in ROLES],
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=_("Speaks"), choices=LANGUAGE_WORDS, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, site: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = self.initial.get("organisation")
        self.kinds = {
            one["id"]: one for one in queries.organisations(site) if one["is_active"] or one["id"] == standing
        }
        names = [(id, one["name"]) for id, one in self.kinds.items()]
        cast(forms.ChoiceField, self.fields["organisation"]).choices = [("", _("None named")), *names]

    def clean_organisation(self) -> str | None:
        return self.cleaned_data["organisation"] or None

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        of = self.kinds.get(said.get("organisation") or "")
        roles = said.get("roles", [])
        if of and (refused := set(roles) - set(in_force(roles, of["kind"] == "state"))):
            words = ", ".join(str(ROLE_WORDS[role]) for role in roles if role in refused)
            self.add_error("roles", in_words(ROLE_NOT_FOR_STATE, roles=words))
        return said


@office_page(duty="access")
def workers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    standing = list(Worker.objects.filter(works_at=viewer.site).order_by("short_name"))
    now = datetime.now(UTC)
    working = working_roles(one.subject for one in standing)
    # Whoever was here for a shift alone is not looked for once it is over: there are more of them every day.
    found = [one for one in standing if not working[one.subject].is_over(now)]
    found.sort(key=lambda one: not one.is_active)
    with_pin = set(Pin.objects.values_list("worker", flat=True))
    accounts_open = dict(OfficeAccount.objects.filter(user__is_active=True).values_list("worker", "user__username"))
    names = {one["id"]: one["name"] for one in queries.organisations(viewer.site)}
    rows = [
        {
            "worker": one,
            "until_at": working[one.subject].until_at,
            "organisation": names.get(one.organisation or ""),
            "roles": [ROLE_WORDS.get(role, role) for role in one.roles or working[one.subject].at(now)],
            "languages": [name for code, name in LANGUAGE_WORDS if code in (one.languages or [])],
            "has_pin": one.subject in with_pin,
            "account": accounts_open.get(one.subject),
        }
        for one in found
    ]
    return render(request, "access/workers.html", {"viewer": viewer, "rows": rows})


@office_page(duty="access")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = WorkerForm(request.POST or None, site=viewer.site, initial={"roles": ["clerk"]})
    if form.is_valid():
        said = WorkerRevised(**form.cleaned_data, works_at=viewer.site, is_active=True)
        worker = new_id()
        tell(Saying(said, site=viewer.site, subject=worker, worker=viewer.worker))
        messages.success(request, gettext("%(name)s works here now. Give them a PIN.") % {"name": said.short_name})
        return redirect("worker", worker)
    return render(request, "access/worker_new.html", {"viewer": viewer, "form": form})


@office_page(duty="access")
def worker(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    found = _worker(viewer, id)
    standing = {
        "short_name": found.short_name,
        "organisation": found.organisation,
        "roles": found.roles or [],
        "languages": found.languages or [],
    }
    form = WorkerForm(request.POST or None, site=viewer.site, initial=standing)
    if form.is_valid():
        said = changed(form, standing)
        if id == viewer.worker and "manager" not in said.get("roles", ["manager"]):
            form.add_error("roles", in_words(SHUTS_ONESELF_OUT))
        else:
            if said:
                _tell(viewer, id, said)
                granting.keep_to_roles(id, standing["roles"])
            messages.success(request, gettext("Saved."))
            return redirect("worker", id)
    if request.method == "GET":
        noted(viewer, WORKER_PAGE, id)
    return render(
        request,
        "access/worker.html",
        {
            "viewer": viewer,
            "worker": found,
            "form": form,
            "has_pin": Pin.objects.filter(worker=id).exists(),
            "has_badge": badge_of(id) is not None,
            "account": accounts.username_of(id),
            "is_me": id == viewer.worker,
            "has_second_proof": accounts.has_second_proof(id),
            "waits_for": {
                one.way: [WALL_WORDS[wall] for wall in one.walls]
                for one in granting.waiting(viewer)
                if one.worker == id
            },
            "grants": [(ROLE_WORDS.get(one.role or ""), one.until_at) for one in granting.standing(viewer.site, id)],
        },
    )


@require_POST
@office_page(duty="access")
def pin(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A new PIN, shown this once; it works on tablets without internet as soon as they meet the hub."""
    found = _worker(viewer, id)
    made = accounts.new_pin(id)
    granting.end_loans(viewer, id)
    return _shown_once(request, viewer, found, [(_("PIN"), accounts.in_two(made))])


@require_POST
@office_page(duty="access")
def account(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """An office account, or a way back in for whoever forgot: a one-time code, shown this once."""
    return _with_code(request, viewer, id, accounts.open_account)


@require_POST
@office_page(duty="access")
def anew(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Somebody lost their passkey or code app: both proofs are forgotten, a one-time code lets them begin anew."""
    return _with_code(request, viewer, id, accounts.begin_anew)


def _with_code(request: HttpRequest, viewer: Viewer, id: str, give: Callable[..., tuple[str, str]]) -> HttpResponse:
    found = _worker(viewer, id)
    if id == viewer.worker:
        # Whoever sits down at a manager's open page would have the account; their own page asks for a proof first.
        messages.error(request, in_words(NOT_FOR_ONESELF))
        return redirect("worker", id)
    name, code = give(found, told_by=viewer.worker)
    if not accounts.proves_themselves(id):
        granting.end_loans(viewer, id)
    return _shown_once(request, viewer, found, [(_("Name"), name), (_("One-time code"), code)], by_code=True)


@require_POST
@office_page(duty="access")
def switch(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Somebody stops working here, or works here again."""
    found = _worker(viewer, id)
    if id == viewer.worker:
        messages.error(request, in_words(SHUTS_ONESELF_OUT))
        return redirect("worker", id)
    is_active = not found.is_active
    if not is_active and keeps(viewer.site, id):
        messages.error(request, in_words(IS_WITH_A_CHILD, name=found.short_name))
        return redirect("worker", id)
    _tell(viewer, id, {"is_active": is_active})
    if not is_active:
        accounts.close_account(id)
        rings.end("left", worker=id)
    said = gettext("%(name)s works here again.") if is_active else gettext("%(name)s no longer works here.")
    messages.success(request, said % {"name": found.short_name})
    return redirect("day-badges") if request.POST.get("from") == "day-badges" else redirect("worker", id)


def _shown_once(
    request: HttpRequest, viewer: Viewer, worker: Worker, shown: list[tuple[Any, str]], by_code: bool = False
) -> HttpResponse:
    context = {
        "first_time": request.build_absolute_uri(reverse("first-time")) if by_code else None,
        "viewer": viewer,
        "who": worker.short_name,
        "shown": shown,
        "next": reverse("worker", args=[worker.subject]),
    }
    return render(request, "access/shown_once.html", context)


def _worker(viewer: Viewer, id: str) -> Worker:
    found = Worker.objects.filter(subject=id, works_at=viewer.site).first()
    if found is None:
        raise Http404
    return found


def _tell(viewer: Viewer, worker: str, said: dict[str, Any]) -> None:
    tell(Saying(WorkerRevised(**said), site=viewer.site, subject=worker, worker=viewer.worker))
    granting.keep_to_roles(worker)
