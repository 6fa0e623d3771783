"""Answers as files, for whoever reads behind the wall of their form."""

from collections.abc import Callable, Iterator

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from akeyi.access.door import office_page
from akeyi.access.leaving import leaves
from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from .. import queries
from ..forms import export
from ..forms.columns import columns_of
from ..forms.packing import unpack


@office_page()  # type: ignore[arg-type]  # what answers is handed on as it is
def as_csv(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponseBase:
    def make(table: Iterator[list[str]]) -> HttpResponseBase:
        return StreamingHttpResponse(export.as_csv(table), content_type="text/csv; charset=utf-8")

    return _leaves(request, viewer, id, "csv", make)


@office_page()  # type: ignore[arg-type]  # what answers is handed on as it is
def as_xlsx(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponseBase:
    def make(table: Iterator[list[str]]) -> HttpResponseBase:
        return HttpResponse(
            export.as_xlsx(table), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )

    return _leaves(request, viewer, id, "xlsx", make)


def _leaves(
    request: HttpRequest,
    viewer: Viewer,
    id: str,
    ending: str,
    make: Callable[[Iterator[list[str]]], HttpResponseBase],
) -> HttpResponseBase:
    version = queries.version(viewer, id)
    if version is None:
        raise Http404
    # Whoever writes forms reads them and not what was answered.
    need(viewer, version.wall)

    def file(fields: frozenset[str]) -> HttpResponseBase:
        response = make(_table(viewer, version, has_card="card" in fields))
        response["Content-Disposition"] = f'attachment; filename="{version.form}.{ending}"'
        return response

    return leaves(request, viewer, "answers", file, about=id)


def _table(viewer: Viewer, version: queries.Version, has_card: bool) -> Iterator[list[str]]:
    """What was answered to all versions of a form."""
    versions = [one for one in queries.versions(viewer.site, version.form) if one.wall == version.wall]
    answered = queries.answers(viewer, versions)
    number_of = {fact: one.number for one in versions for fact in one.facts}
    cards = people.cards(viewer) if viewer.sees_names and has_card else {}
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
    columns = export.together(columns_of(unpack(one.xform)) for one in versions)
    return export.table(columns, rows)
