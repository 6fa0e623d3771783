"""Lists that others sent: uploaded, looked at column by column, corrected, and only then kept."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer

from .. import files, manifests, queries, rules
from ..forms import UploadForm
from ..models import Arrival
from ..readers import Reading
from ..readers.compare import compare
from .understood import mapping_of, read, shown, take


@office_page("reception")
def lists(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """The lists of an arrival, and a place to give another."""
    found = _found(viewer, arrival)
    form = UploadForm(request.POST or None, request.FILES or None)
    refused = None
    if request.method == "POST" and form.is_valid() and found.status not in rules.CLOSED:
        file, refused = take(viewer, form, arrival)
        if refused is None:
            return redirect(f"/office/arrivals/{arrival}/lists/{file}/")
    return render(
        request,
        "arrivals/lists.html",
        {
            "viewer": viewer,
            "arrival": found,
            "form": form,
            "refused": in_words(refused) if refused else "",
            "lists": queries.manifests(arrival),
            "files": files.of(arrival),
            "is_open": found.status not in rules.CLOSED,
        },
        status=422 if refused else 200,
    )


@office_page("reception")
def preview(request: HttpRequest, viewer: Viewer, arrival: str, file: str) -> HttpResponse:
    """What was understood, before anything is kept; the columns can be said anew and the file read again."""
    found = _found(viewer, arrival)
    data, sent = _sent(arrival, file)
    mapping = mapping_of(request.GET)
    reading, refused = read(data, sent, mapping)
    changes = _changes(viewer, arrival, sent, reading) if reading else None
    context = {"viewer": viewer, "arrival": found, "file": file, "sent": sent, "changes": changes}
    return render(request, "arrivals/list_preview.html", context | shown(reading, refused, mapping))


@require_POST
@office_page("reception")
def keep(request: HttpRequest, viewer: Viewer, arrival: str, file: str) -> HttpResponse:
    """The list becomes facts, all its lines or none."""
    found = _found(viewer, arrival)
    data, sent = _sent(arrival, file)
    if request.POST.get("answer") == "no":
        files.forget(arrival, file)
        messages.success(request, _("Nothing was kept of this list; the file is deleted."))
        return redirect(f"/office/arrivals/{arrival}/lists/")
    reading, refused = read(data, sent, mapping_of(request.POST))
    if reading is None:
        messages.error(request, in_words(refused) if refused else "")
        return redirect(f"/office/arrivals/{arrival}/lists/{file}/")
    # Pressed twice, or the page was opened again: the list is kept once.
    if sent.manifest is None and found.status not in rules.CLOSED:
        kept = manifests.keep(
            viewer.site,
            arrival,
            reading.lines,
            format=reading.format,
            stated=reading.totals["stated"],
            said_by=sent.said_by,
            worker=viewer.worker,
            on=found.landed_at or found.eta_at,
        )
        files.note(arrival, file, replace(sent, manifest=kept))
    count = len(reading.lines)
    messages.success(
        request,
        ngettext("The list is kept: %(n)s line.", "The list is kept: %(n)s lines.", count) % {"n": count},
    )
    return redirect(f"/office/arrivals/{arrival}/")


def _found(viewer: Viewer, arrival: str) -> Arrival:
    """The arrival; where it was closed, by whomever, its files are gone from then on."""
    found = queries.arrival(viewer.site, arrival)
    if found is None:
        raise Http404
    if found.status in rules.CLOSED:
        files.forget(arrival)
    return found


def _sent(arrival: str, file: str) -> tuple[bytes, files.Sent]:
    kept = files.read(arrival, file)
    if kept is None:
        raise Http404
    return kept


def _changes(viewer: Viewer, arrival: str, sent: files.Sent, reading: Reading) -> dict[str, list[Any]] | None:
    """Against the list that counts now; a list that is kept already is not compared with itself."""
    before = queries.latest_lines(viewer, arrival)
    if before is None or sent.manifest is not None:
        return None
    return compare([queries.as_read(line) for line in before], reading.lines)
