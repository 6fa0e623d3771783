"""Announce an arrival from the list that was sent: looked at, filled in, and kept with the list in one go."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.journal.ids import new_id

from .. import announcing, files, manifests
from ..forms import ArrivalForm, UploadForm
from ..readers import Reading
from ..readers.titles import from_name
from ..wording import HOW
from .understood import mapping_of, read, shown, take

START = "/office/arrivals/from-list/"


@office_page("reception")
def give(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A place to give the list."""
    form = UploadForm(request.POST or None, request.FILES or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        # The id that the arrival will have, if the list is kept.
        arrival = new_id()
        file, refused = take(viewer, form, arrival)
        if refused is None:
            return redirect(f"{START}{arrival}/{file}/")
    context = {"viewer": viewer, "form": form, "refused": in_words(refused) if refused else ""}
    return render(request, "arrivals/from_list.html", context, status=422 if refused else 200)


@office_page("reception")
def preview(request: HttpRequest, viewer: Viewer, arrival: str, file: str) -> HttpResponse:
    """What was understood, and the arrival as the list tells it; nothing is kept before somebody says so."""
    data, sent = _sent(viewer, arrival, file)
    if sent.manifest is not None:
        # Pressed twice, or the page was opened again.
        return redirect(f"/office/arrivals/{arrival}/")
    if request.POST.get("answer") == "no":
        files.forget(arrival, file)
        messages.success(request, _("Nothing was kept of this list; the file is deleted."))
        return redirect(START)
    mapping = mapping_of(request.POST or request.GET)
    reading, refused = read(data, sent, mapping)
    form = ArrivalForm(request.POST or None, initial=_told(reading, sent) if reading else {})
    if request.method == "POST" and reading and form.is_valid():
        label, manifest = _keep(viewer, arrival, reading, sent, form)
        files.note(arrival, file, replace(sent, manifest=manifest))
        messages.success(request, _said(label, len(reading.lines)))
        return redirect(f"/office/arrivals/{arrival}/")
    context = {"viewer": viewer, "sent": sent, "form": form if reading else None}
    return render(request, "arrivals/from_list_preview.html", context | shown(reading, refused, mapping))


def _keep(viewer: Viewer, arrival: str, reading: Reading, sent: files.Sent, form: ArrivalForm) -> tuple[str, str]:
    """Announces the arrival and keeps its list, both or neither; gives the arrival's name and the list's id."""
    said = {name: value for name, value in form.cleaned_data.items() if value is not None}
    said.setdefault("label", f"{HOW[said['how']]} {timezone.localtime():%H:%M}"[:40])
    manifest = manifests.keep(
        viewer.site,
        arrival,
        reading.lines,
        format=reading.format,
        stated=reading.totals["stated"],
        said_by=sent.said_by,
        worker=viewer.worker,
        on=said.get("eta_at"),
        announced=announcing.revised(viewer, arrival, status="announced", **said),
    )
    return said["label"], manifest


def _said(label: str, count: int) -> str:
    sentence = ngettext(
        "%(label)s is announced, with a list of %(n)s line.",
        "%(label)s is announced, with a list of %(n)s lines.",
        count,
    )
    return sentence % {"label": label, "n": count}


def _told(reading: Reading, sent: files.Sent) -> dict[str, Any]:
    """The form filled in as far as the list tells; its file's name speaks last."""
    now = timezone.localtime()
    about = from_name(sent.name, now.date()) | reading.about
    told: dict[str, Any] = {"how": about.get("how", "flight"), "notified_by": sent.said_by}
    told |= {name: about[name] for name in ("label", "origin") if name in about}
    if "day" in about and "time" in about:
        when = datetime.combine(date.fromisoformat(about["day"]), time.fromisoformat(about["time"]))
        told["eta_at"] = when.replace(tzinfo=now.tzinfo)
    return told


def _sent(viewer: Viewer, arrival: str, file: str) -> tuple[bytes, files.Sent]:
    kept = files.read(arrival, file)
    if kept is None or kept[1].site != viewer.site:
        raise Http404
    return kept
