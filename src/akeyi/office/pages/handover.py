"""The shift on one page, on screen and on A4; whoever takes over says so with their PIN."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akeyi.access import pins
from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors import AkeyiError
from akeyi.errors.office import IS_WITH_A_CHILD
from akeyi.journal.tell import Saying, tell

from .. import care, handover_lines, queries
from ..facts.handover import HandedOver


class TakeOver(OfficeForm):
    worker = forms.ChoiceField(label=_("Who takes over"))
    pin = forms.CharField(
        label=_("Their PIN"),
        max_length=8,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, data: object, *, site: str) -> None:
        super().__init__(data)
        choices = [("", _("Choose")), *((one["id"], one["short_name"]) for one in access.workers(site))]
        self.fields["worker"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if "worker" in cleaned and "pin" in cleaned:
            try:
                pins.check_pin(cleaned["worker"], cleaned["pin"])
            except AkeyiError as error:
                self.add_error("pin", in_words(error))
        return cleaned


@office_page("reception")
def handover(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    sections = handover_lines.sections(viewer)
    form = TakeOver(request.POST or None, site=viewer.site)
    if form.is_valid() and care.held_by(viewer.site, viewer.worker):
        form.add_error(None, in_words(IS_WITH_A_CHILD, name=access.name_of(viewer.worker)))
    elif form.is_valid():
        taker = form.cleaned_data["worker"]
        said = HandedOver(
            from_worker=viewer.worker if viewer.worker != taker else None,
            to_worker=taker,
            lines=handover_lines.as_told(sections),
        )
        [fact] = tell(Saying(said, site=viewer.site, subject=viewer.site, worker=viewer.worker))
        return redirect("handover-told", fact)
    earlier = queries.handovers(viewer)
    context = {
        "viewer": viewer,
        "sections": sections,
        "now": timezone.now(),
        "form": form,
        "earlier": [(one, access.name_of(one.to_worker)) for one in earlier],
        "since": earlier[0] if earlier else None,
    }
    return render(request, "office/handover.html", context)


@office_page("reception")
def told(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """A handover as it was, on the page it was read from."""
    one = queries.handover(viewer, id)
    if one is None:
        raise Http404
    context = {
        "viewer": viewer,
        "one": one,
        "sections": handover_lines.in_sections(one.lines),
        "gave": access.name_of(one.from_worker),
        "took": access.name_of(one.to_worker),
    }
    return render(request, "office/handover_told.html", context)
