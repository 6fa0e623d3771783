"""Forms at the office: which are asked, each version to be read, and a new one from an .xlsx."""

from typing import Any

from django import forms as fields
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.viewer import Viewer

from .. import queries
from ..forms import wording
from ..forms.child import convert_safely
from ..forms.convert import LARGEST_FILE, Ready
from ..forms.packing import unpack
from ..forms.problems import NotAForm, Problem
from ..forms.publish import ask, publish, publish_ours
from ..forms.reading import questions_of

WALLS = {
    "reception": _("Reception: everybody who works in the hall"),
    "protection": _("Protection"),
    "child": _("Child protection"),
    "health": _("Health"),
}
LANGUAGES = {"ht": "Kreyòl", "fr": "Français", "es": "Español", "en": "English"}
# Between looking and publishing a form waits on the page, signed: what was looked at is what is published.
SALT = "akeyi.form"


class UploadForm(OfficeForm):
    file = fields.FileField(label=_("XLSForm (.xlsx)"), widget=fields.FileInput(attrs={"accept": ".xlsx"}))
    wall = fields.ChoiceField(
        label=_("Who reads the answers?"),
        choices=WALLS.items(),
        widget=fields.RadioSelect,
        initial="protection",
        help_text=_("Only they ask the form, and it stays so for all its versions."),
    )


@office_page()
def forms(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Each form in its newest version, and how many answers there are for whoever reads them."""
    found: dict[str, list[queries.Version]] = {}
    for one in queries.readable(viewer):
        found.setdefault(one.form, []).append(one)
    rows = [
        {
            "newest": versions[0],
            "id": versions[0].facts[0],
            "title": _title(versions[0]),
            "wall": WALLS[versions[0].wall],
            "older": [(one.facts[0], one.number) for one in versions[1:]],
            "answers": sum(1 for _one in queries.answers(viewer, versions)) if viewer.reads(versions[0].wall) else None,
        }
        for versions in found.values()
    ]
    return render(request, "screening/forms.html", {"viewer": viewer, "rows": rows, "publishes": _publishes(viewer)})


@office_page()
def form(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """One version, question by question."""
    found = _found(viewer, id)
    same = [one for one in queries.versions(viewer.site, found.form) if one.wall == found.wall]
    context = {
        "viewer": viewer,
        "version": found,
        "id": found.facts[0],
        "title": _title(found),
        "wall": WALLS[found.wall],
        "is_newest": same[0].number == found.number,
        "others": [(one.facts[0], one.number, one.published_at) for one in same if one.number != found.number],
        "questions": questions_of(unpack(found.xform), _language()),
        "reads": viewer.reads(found.wall),
        "counted": queries.counted(viewer, same) if viewer.reads(found.wall) else None,
        "publishes": _publishes(viewer),
    }
    return render(request, "screening/form.html", context)


@office_page(duty="forms")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A file is looked at: what is wrong with it, cell by cell, or what would be asked."""
    upload = UploadForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"viewer": viewer, "form": upload}
    if upload.is_valid():
        wall = upload.cleaned_data["wall"]
        try:
            ready = convert_safely(upload.cleaned_data["file"].read(LARGEST_FILE + 1))
            _same_wall(viewer, wall, ready)
        except NotAForm as refused:
            context["problems"] = _in_words(refused)
            return render(request, "screening/form_new.html", context, status=422)
        context |= {
            "ready": ready,
            "title": _title(ready),
            "wall": WALLS[wall],
            "questions": questions_of(unpack(ready.xform), _language()),
            "silent_in": [LANGUAGES[one] for one in ready.silent_in],
            "signed": signing.dumps({"wall": wall, "ready": ready.as_dict()}, salt=SALT, compress=True),
        }
        return render(request, "screening/form_look.html", context)
    return render(request, "screening/form_new.html", context)


@require_POST
@office_page(duty="forms")
def publish_it(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What was looked at is published."""
    try:
        kept = signing.loads(request.POST.get("signed", ""), salt=SALT, max_age=24 * 3600)
        number = publish(viewer.site, kept["wall"], Ready(**kept["ready"]), viewer.worker)
    except signing.BadSignature:
        return redirect("form-new")
    except NotAForm as refused:
        messages.error(request, " ".join(row["words"] for row in _in_words(refused)))
        return redirect("form-new")
    messages.success(
        request, gettext("Version %(n)s is published. Tablets ask it once they meet the hub.") % {"n": number}
    )
    return redirect("forms")


@require_POST
@office_page(duty="forms")
def ours(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Those that come with Akeyi."""
    publish_ours(viewer.site, viewer.worker)
    messages.success(request, gettext("The forms that come with Akeyi are published."))
    return redirect("forms")


@require_POST
@office_page(duty="forms")
def switch(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It is asked no longer, or again."""
    found = _found(viewer, id)
    ask(viewer.site, found, not found.is_asked, viewer.worker)
    messages.success(request, gettext("Tablets follow once they meet the hub."))
    return redirect("forms")


def _found(viewer: Viewer, id: str) -> queries.Version:
    found = queries.version(viewer, id)
    if found is None:
        raise Http404
    return found


def _same_wall(viewer: Viewer, wall: str, ready: Ready) -> None:
    if any(one.wall != wall for one in queries.versions(viewer.site, ready.form)):
        raise NotAForm(Problem("other_wall", parameters={"form": ready.form}))


def _in_words(refused: NotAForm) -> list[dict[str, Any]]:
    return [{"at": problem, "words": wording.said(problem)} for problem in refused.problems]


def _publishes(viewer: Viewer) -> bool:
    return viewer.has_duty("forms")


def _language() -> str:
    return (get_language() or "en").split("-")[0]


def _title(one: queries.Version | Ready) -> str:
    titles = {str(language): title for language, title in one.titles.items()}
    return titles.get(_language()) or next(iter(titles.values()), one.form)
