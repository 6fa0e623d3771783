"""Add a tablet: a code that works once, to scan from the screen or to type."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from akeyi.access import devices
from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.queries import devices as all_devices
from akeyi.access.viewer import Viewer
from akeyi.people.cards.drawing import draw


class TabletForm(OfficeForm):
    label = Lines(label=_("Label"), required=True, max_length=40, help_text=_("As it is written on the tablet's back."))


@office_page(duty="access")
def add_tablet(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = TabletForm(request.POST or None, initial={"label": f"Tablet {len(all_devices(viewer.site)) + 1}"})
    context: dict[str, object] = {"viewer": viewer, "form": form}
    if form.is_valid():
        code = devices.offer_enrolment(viewer.site, form.cleaned_data["label"])
        # The part behind # stays on the tablet: no log of the server ever holds the code.
        address = request.build_absolute_uri("/desk/") + f"#/enrol?code={quote(code)}"
        context |= {
            "code": f"{code[:4]} {code[4:]}",
            "label": form.cleaned_data["label"],
            "address": request.build_absolute_uri("/desk/"),
            "drawn": draw(address),
            "minutes": int(devices.CODE_LIVES.total_seconds() // 60),
        }
    return render(request, "office/add_tablet.html", context)
