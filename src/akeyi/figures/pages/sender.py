"""The head of mission's answer to a sender: arrived, of how many, whether anybody was hurt aboard; nothing else."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.forms import OfficeForm
from akeyi.access.looks import noted
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.oversight import NOT_COUNTED_YET
from akeyi.figures import queries
from akeyi.figures.facts.sender_answer import SenderWasAnswered
from akeyi.figures.models import SenderAnswer
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.letter import letter

HURT = (("no", _("No injury or medical incident aboard")), ("yes", _("Injury or medical incident aboard")))


class SenderForm(OfficeForm):
    arrival = forms.ChoiceField(label=_("Arrival"))
    hurt = forms.ChoiceField(label=_("Aboard"), choices=HURT, widget=forms.RadioSelect)

    def __init__(self, data: Any, *, rows: dict[str, queries.Row]) -> None:
        super().__init__(data)
        self.rows = rows
        choices = [("", _("Choose")), *((id, row.arrival.label or "–") for id, row in rows.items() if row.arrival)]
        self.fields["arrival"].choices = choices  # type: ignore[attr-defined]

    def clean_arrival(self) -> str:
        chosen: str = self.cleaned_data["arrival"]
        # Landed and not counted is 0 too; of an arrival of nobody there is nothing to say.
        if not self.rows[chosen].columns["counted"]:
            raise forms.ValidationError(in_words(NOT_COUNTED_YET))
        return chosen


@office_page(duty="sender")
def answers(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    rows = {row.arrival.subject: row for row in queries.board(viewer.site) if row.arrival}
    form = SenderForm(request.POST if request.method == "POST" else None, rows=rows)
    if form.is_valid():
        arrival = form.cleaned_data["arrival"]
        numbers = rows[arrival].columns
        # The carrier's last word before landing, else what was announced.
        of = numbers["on_the_plane"] if numbers["on_the_plane"] is not None else numbers["expected"]
        said = SenderWasAnswered(
            arrival=arrival, arrived=numbers["counted"] or 0, of=of, is_hurt=form.cleaned_data["hurt"] == "yes"
        )
        tell(Saying(said, site=viewer.site, worker=viewer.worker))
        messages.success(request, gettext("Signed. Print it, and send nothing else."))
        return redirect("sender")
    told = [(one, _line(one, rows), access.name_of(one.worker)) for one in queries.sender_answers(viewer)]
    return render(request, "figures/sender.html", {"viewer": viewer, "form": form, "told": told})


@office_page(duty="sender")
def printed(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """The answer on one page: the same words for every arrival."""
    one = next((one for one in queries.sender_answers(viewer) if one.id == id), None)
    if one is None:
        raise Http404
    rows = {row.arrival.subject: row for row in queries.board(viewer.site) if row.arrival}
    noted(viewer, "sender: taken", id)
    site = access.site(viewer.site) or {}
    at = timezone.localtime(one.at).strftime("%Y-%m-%d %H:%M")
    signed = gettext("Signed by the head of mission, %(name)s, %(at)s") % {"name": access.name_of(one.worker), "at": at}
    language = (get_language() or "en").split("-")[0]
    pdf = letter(site.get("name") or "", _line(one, rows), [signed, one.id], language)
    said = {"Content-Disposition": 'attachment; filename="answer.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=said)


def _line(one: SenderAnswer, rows: dict[str, queries.Row]) -> list[str]:
    """`GXA 3301`, `Arrived: 97 of 99`, `No injury or medical incident aboard`."""
    row = rows.get(one.arrival)
    label = (row.arrival.label if row and row.arrival else None) or "–"
    if one.of is None:
        arrived = gettext("Arrived: %(n)s") % {"n": one.arrived}
    else:
        arrived = gettext("Arrived: %(n)s of %(of)s") % {"n": one.arrived, "of": one.of}
    return [label, arrived, str(dict(HURT)["yes" if one.is_hurt else "no"])]
