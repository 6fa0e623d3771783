"""Lists that others sent: uploaded, looked at column by column, corrected, and only then kept."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.lists import TOO_BIG
from akeyi.journal.ids import new_id

from .. import files, manifests, queries, rules
from ..models import Arrival
from ..readers import NotAList, Reading, read_manifest, sentence
from ..readers.compare import compare
from ..readers.limits import LARGEST_FILE
from ..readers.meanings import BY_CODE

SHOWN_LINES = 500
COLUMN, WAS = "column-", "was-"


class UploadForm(OfficeForm):
    """A file, and who stands for it."""

    file = forms.FileField(
        label=_lazy("The list"),
        help_text=_lazy(
            "CSV, Excel (XLSX, XLS), ODS or PAXLST; 20 MB at most. Nothing is kept before you have looked at it."
        ),
    )
    said_by = Lines(label=_lazy("Who sent it?"), required=True, help_text=_lazy("An office, a carrier, a colleague"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(in_words(TOO_BIG, most=LARGEST_FILE // 2**20))
        return file


@office_page("reception")
def lists(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    """The lists of an arrival, and a place to give another."""
    found = _found(viewer, arrival)
    form = UploadForm(request.POST or None, request.FILES or None)
    refused = None
    if request.method == "POST" and form.is_valid() and found.status not in rules.CLOSED:
        sent, file = form.cleaned_data["file"], new_id()
        data = sent.read()
        try:
            read_manifest(data, sent.name)
        except NotAList as not_a_list:
            refused = not_a_list if not not_a_list.columns else None
        if refused is None:
            known = files.Sent(sent.name[:120], form.cleaned_data["said_by"], timezone.now().isoformat())
            files.keep(arrival, file, data, known)
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
    mapping = _mapping(request.GET)
    language = _language()
    reading, refused = _read(data, sent, mapping)
    columns = reading.columns if reading else refused.columns if refused else []
    return render(
        request,
        "arrivals/list_preview.html",
        {
            "viewer": viewer,
            "arrival": found,
            "file": file,
            "sent": sent,
            "reading": reading,
            "shown_lines": reading.lines[:SHOWN_LINES] if reading else [],
            "more_lines": reading is not None and len(reading.lines) > SHOWN_LINES,
            "refused": in_words(refused) if refused else "",
            "columns": [
                column
                | {
                    "choice": mapping.get(column["key"], column["meaning"]),
                    "was": "" if column["key"] in mapping else column["meaning"],
                }
                for column in columns
            ],
            "has_sheets": len({column["sheet"] for column in columns}) > 1,
            "sheets": [
                (sheet, name, mapping.get(f"{sheet}:header_row", ""))
                for sheet, name in {column["sheet"]: column["sheet_name"] for column in columns}.items()
            ],
            "meanings": [(code, one.labels.get(language, one.labels["en"])) for code, one in BY_CODE.items()],
            "mapping": [(COLUMN + key, meaning) for key, meaning in mapping.items()],
            "problems": [(one["row"], sentence(one["reason"], one["parameters"], language)) for one in reading.problems]
            if reading
            else [],
            "changes": _changes(viewer, arrival, sent, reading) if reading else None,
        },
    )


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
    reading, refused = _read(data, sent, _mapping(request.POST))
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


def _read(data: bytes, sent: files.Sent, mapping: dict[str, str]) -> tuple[Reading | None, NotAList | None]:
    try:
        return read_manifest(data, sent.name, mapping), None
    except NotAList as refused:
        return None, refused


def _mapping(said: Any) -> dict[str, str]:
    """What a person said otherwise than it was understood: a column's key to its meaning, a sheet's header row."""
    mapping = {}
    for name, value in said.items():
        key = name.removeprefix(COLUMN)
        if not name.startswith(COLUMN) or value == said.get(WAS + key):
            continue
        if value in BY_CODE or (key.endswith(":header_row") and value.isdecimal() and len(value) < 5):
            mapping[key] = value
    return mapping


def _changes(viewer: Viewer, arrival: str, sent: files.Sent, reading: Reading) -> dict[str, list[Any]] | None:
    """Against the list that counts now; a list that is kept already is not compared with itself."""
    before = queries.latest_lines(viewer, arrival)
    if before is None or sent.manifest is not None:
        return None
    return compare([queries.as_read(line) for line in before], reading.lines)


def _language() -> str:
    return (get_language() or "en").split("-")[0]
