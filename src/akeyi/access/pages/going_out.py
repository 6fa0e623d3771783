"""Which recipient may have what, and the tries that were refused; for whoever reads behind `protection`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akeyi.access import going_out as table
from akeyi.access import queries
from akeyi.access.door import office_page
from akeyi.access.models import KeptIn
from akeyi.access.viewer import Viewer

AT_MOST = 200


@office_page("protection")
def going_out(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    refused = KeptIn.objects.filter(site=viewer.site).order_by("-id")[:AT_MOST]
    context = {
        "viewer": viewer,
        "fields": table.FIELD_NAMES.values(),
        "recipients": [
            (name, [(said, field in table.RECIPIENTS.get(kind, ())) for field, said in table.FIELD_NAMES.items()])
            for kind, name in table.RECIPIENT_NAMES.items()
        ],
        "refused": [
            (
                one,
                table.EXPORTS[one.export].name if one.export in table.EXPORTS else one.export,
                table.RECIPIENT_NAMES.get(one.recipient, one.recipient),
                queries.name_of(one.worker),
            )
            for one in refused
        ],
    }
    return render(request, "access/going_out.html", context)
