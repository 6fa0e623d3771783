"""Workers from a spreadsheet: what was understood is looked at row by row; then they are added, each with a PIN."""

from dataclasses import asdict
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from akeyi.access import accounts, granting, queries
from akeyi.access.door import office_page
from akeyi.access.facts.organisation import OrganisationKind, OrganisationRevised
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.forms import OfficeForm
from akeyi.access.pages.organisations import KINDS
from akeyi.access.pages.sites import WALLS
from akeyi.access.pages.workers import LANGUAGE_WORDS, ROLE_WORDS
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.arrivals.readers import Plain, read_plain
from akeyi.arrivals.readers.limits import LARGEST_FILE
from akeyi.errors import AkeyiError
from akeyi.errors.lists import TOO_BIG
from akeyi.errors.workers import CHANGED_SINCE_SHOWN
from akeyi.journal.head import lock
from akeyi.journal.ids import new_id
from akeyi.journal.sql import Sql
from akeyi.journal.tell import Saying, tell

from ..workers_sheet import Known, Row, Understood, understand
from ..workers_template import template as filled_in
from ..workers_words import key

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOOKED_AT_FOR_S = 24 * 3600
KIND = "kind-"


class SheetForm(OfficeForm):
    file = forms.FileField(
        label=_("The spreadsheet"),
        # The reader says it in the words of the catalogue.
        allow_empty_file=True,
        help_text=_("XLSX, ODS, XLS or CSV. Nothing is kept before you have looked at it."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(in_words(TOO_BIG, most=LARGEST_FILE // 2**20))
        return file


@office_page(duty="access")
def give(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A place to give the file; it is answered by what was understood, and kept nowhere."""
    form = SheetForm(request.POST or None, request.FILES or None)
    refused = ""
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            sheets = read_plain(file.read(), file.name)
            return _preview(request, viewer, sheets, understand(sheets, _known(viewer, {})), {})
        except AkeyiError as cause:
            refused = in_words(cause)
    context = {"viewer": viewer, "form": form, "refused": refused}
    return render(request, "office/workers_from_sheet.html", context, status=422 if refused else 200)


@office_page(duty="access")
def template(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    names = [one["name"] for one in queries.organisations(viewer.site) if one["is_active"]]
    data = filled_in((get_language() or "en").split("-")[0], names)
    return HttpResponse(data, XLSX, headers={"Content-Disposition": 'attachment; filename="workers.xlsx"'})


@office_page(duty="access")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Reads again with what was said of organisations; adds what was shown, and nothing else."""
    sheets = _carried(request, viewer)
    if sheets is None:
        return redirect("workers-from-sheet")
    made, adds = _made(request), request.POST.get("answer") == "add"
    ids: list[str] = []
    # Pressed twice at the same moment: the second waits, and finds that they work here.
    with transaction.atomic():
        lock(Sql())
        try:
            found = understand(sheets, _known(viewer, made))
        except AkeyiError as cause:
            messages.error(request, in_words(cause))
            return redirect("workers-from-sheet")
        if adds and found.added and request.POST.get("seen") == found.digest:
            ids = _tell(viewer, found.added, made)
    if ids:
        return _pins(request, viewer, found.added, ids)
    if adds:
        messages.error(request, in_words(CHANGED_SINCE_SHOWN))
    return _preview(request, viewer, sheets, found, made)


def _known(viewer: Viewer, made: dict[str, OrganisationKind]) -> Known:
    people = {key(name): is_active for name, is_active in queries.names_taken(viewer.site)}
    return Known(people, queries.organisations(viewer.site), made)


def _carried(request: HttpRequest, viewer: Viewer) -> list[Plain] | None:
    """The sheets, which travel with the page and nowhere else; signed, so that they are what the reader gave."""
    try:
        said = signing.loads(request.POST.get("sheets", ""), salt=_salt(viewer), max_age=LOOKED_AT_FOR_S)
    except signing.BadSignature:
        return None
    return [Plain(**one) for one in said]


def _salt(viewer: Viewer) -> str:
    return f"workers from a sheet {viewer.site}"


def _made(request: HttpRequest) -> dict[str, OrganisationKind]:
    """What was said of organisations that are not known yet; nothing said: they are not made."""
    kinds = {kind for kind, _word in KINDS}
    return {
        name.removeprefix(KIND): cast(OrganisationKind, said)
        for name, said in request.POST.items()
        if name.startswith(KIND) and said in kinds
    }


def _preview(
    request: HttpRequest, viewer: Viewer, sheets: list[Plain], found: Understood, made: dict[str, OrganisationKind]
) -> HttpResponse:
    context = {
        "viewer": viewer,
        "found": found,
        "rows": [_shown(row) for row in found.rows],
        "has_sheets": len({row.sheet for row in found.rows}) > 1,
        "unknown": [(KIND + key(name), name, made.get(key(name), "")) for name in found.unknown],
        "kinds": KINDS,
        "sheets": signing.dumps([asdict(sheet) for sheet in sheets], salt=_salt(viewer), compress=True),
    }
    return render(request, "office/workers_understood.html", context)


def _shown(row: Row) -> dict[str, Any]:
    return {
        "row": row,
        "roles": [ROLE_WORDS[role] for role in row.roles],
        "languages": [name for code, name in LANGUAGE_WORDS if code in row.languages],
        "stops": [in_words(one) for one in row.stops],
        "notes": [in_words(one) for one in row.notes],
    }


def _tell(viewer: Viewer, rows: list[Row], made: dict[str, OrganisationKind]) -> list[str]:
    """Tells organisations and workers in one batch; gives the workers' ids, in the order of the rows."""
    of = {key(one["name"]): one["id"] for one in queries.organisations(viewer.site)}
    said = []
    for name in dict.fromkeys(row.organisation for row in rows if row.is_organisation_new):
        of[key(name)] = new_id()
        new = OrganisationRevised(name=name, kind=made[key(name)], is_active=True)
        said.append(Saying(new, site=viewer.site, subject=of[key(name)], worker=viewer.worker))
    ids = [new_id() for _row in rows]
    for id, row in zip(ids, rows, strict=True):
        works = WorkerRevised(
            short_name=row.name,
            works_at=viewer.site,
            organisation=of.get(key(row.organisation)) if row.organisation else None,
            roles=row.roles,
            languages=row.languages,
            is_active=True,
        )
        said.append(Saying(works, site=viewer.site, subject=id, worker=viewer.worker))
    tell(*said)
    return ids


def _pins(request: HttpRequest, viewer: Viewer, rows: list[Row], ids: list[str]) -> HttpResponse:
    """The new ones' PINs, shown this once, on a sheet to print and cut."""
    pins = {id: accounts.in_two(accounts.new_pin(id)) for id in ids}
    waits = {one.worker: [WALLS[wall] for wall in one.walls] for one in granting.waiting(viewer) if one.way == "pin"}
    slips = [(row, pins[id], waits.get(id, [])) for id, row in zip(ids, rows, strict=True)]
    return render(request, "office/workers_pins.html", {"viewer": viewer, "slips": slips})
