"""Answers as files, for whoever reads behind the wall of their form."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from akeyi.access.door import office_page
from akeyi.access.looks import noted
from akeyi.access.viewer import Viewer
from akeyi.people import queries as people

from .. import queries
from ..forms import export
from ..forms.columns import columns_of
from ..forms.packing import unpack


@office_page()  # type: ignore[arg-type]  # what answers is handed on as it is
def as_csv(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponseBase:
    name, rows = _table(viewer, id)
    response = StreamingHttpResponse(export.as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


@office_page()
def as_xlsx(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    name, rows = _table(viewer, id)
    response = HttpResponse(
        export.as_xlsx(rows), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _table(viewer: Viewer, id: str) -> tuple[str, Iterator[list[str]]]:
    """The form's name, and what was answered to all its versions. That somebody took it along is told."""
    version = queries.version(viewer, id)
    if version is None:
        raise Http404
    versions = [one for one in queries.versions(viewer.site, version.form) if one.wall == version.wall]
    answered = queries.answers(viewer, versions)
    number_of = {fact: one.number for one in versions for fact in one.facts}
    cards = people.cards(viewer) if viewer.sees_names else {}
    rows = (
        export.Row(
            key=row.id,
            at=row.at,
            number=number_of[row.version],
            language=row.language,
            interpreter=row.interpreter,
            card=cards.get(row.subject, ""),
            answers=row.answers,
        )
        for row in answered
    )
    noted(viewer, "answers exported", id)
    columns = export.together(columns_of(unpack(one.xform)) for one in versions)
    return version.form, export.table(columns, rows)
