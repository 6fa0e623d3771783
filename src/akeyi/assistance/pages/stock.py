"""Stock: what lies where, for how many more people it is enough, what came and went; and a count by hand."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.forms import Lines, OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.stock import NO_NUMBER, NO_PARTS, OTHER_STORE, SAY_WHY
from akeyi.journal import tell

from .. import stores
from ..facts.movement import ItemsMoved
from ..models import Item, Movement, Store
from ..queries import goods, items
from .items import name_of

MOVES = (
    ("received", _("Came in")),
    ("moved", _("Went to another store")),
    ("packed", _("Packed into kits")),
    ("issued", _("Given out without a tablet")),
    ("returned", _("Came back")),
    ("lost", _("Lost or spoilt")),
)
WORDS = {**dict(MOVES), "counted": _("Counted")}
REASONS = (
    ("", "–"),
    ("damaged", _("Damaged")),
    ("expired", _("Expired")),
    ("stolen", _("Stolen")),
    ("not_written_down", _("Not written down before")),
    ("wrong_delivery", _("Fewer or more came than the paper says")),
    ("unknown", _("Nobody knows")),
    ("other", _("Something else")),
)


class MoveForm(OfficeForm):
    what = forms.ChoiceField(label=_("What happened"), choices=MOVES, widget=forms.RadioSelect, initial="received")
    item = forms.ChoiceField(label=_("Item"))
    quantity = forms.IntegerField(label=_("How many"), min_value=1, max_value=1_000_000)
    store = forms.ChoiceField(label=_("Store"))
    to = forms.ChoiceField(
        label=_("To which store"), required=False, help_text=_("Only for what went to another store.")
    )
    lot = Lines(label=_("Lot"), max_length=40)
    expires_on = forms.DateField(label=_("Expires on"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    document = Lines(label=_("Number on the paper"), max_length=40)
    reason = forms.ChoiceField(
        label=_("Why"), choices=REASONS, required=False, help_text=_("For what was lost or spoilt.")
    )

    def __init__(self, *args: Any, known: list[Item], places: list[Store], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = {one.subject: one.parts or {} for one in known}
        at = [(one.subject, one.name or "–") for one in places if one.is_active]
        self._choose("item", [(one.subject, name_of(one)) for one in known])
        self._choose("store", at)
        self._choose("to", [("", "–"), *at])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        what, to = told.get("what"), told.get("to")
        if what == "moved" and (not to or to == told.get("store")):
            self.add_error("to", in_words(OTHER_STORE))
        if what == "lost" and not told.get("reason"):
            self.add_error("reason", in_words(SAY_WHY))
        if what == "packed" and not self.parts.get(told.get("item", "")):
            self.add_error("item", in_words(NO_PARTS))
        return told

    def said(self) -> ItemsMoved:
        """The movement, with nothing that does not belong to it."""
        told = self.cleaned_data
        what = told["what"]
        return ItemsMoved(
            what=what,
            item=told["item"],
            store=told["store"],
            quantity=told["quantity"],
            to=told["to"] if what == "moved" else None,
            parts=self.parts[told["item"]] if what == "packed" else None,
            lot=told["lot"],
            expires_on=told["expires_on"],
            document=told["document"],
            reason=(told["reason"] or None) if what == "lost" else None,
        )


@office_page("assistance")
def stock(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = stores.on_hand(viewer)
    known = stores.stores(viewer)
    places = {one.subject: one.name or "–" for one in known}
    names = {one.subject: name_of(one) for one in items(viewer.site)}
    told = stores.lines(viewer, found, timezone.now())
    counted = {one.id: one for one in found.counts}
    return render(
        request,
        "assistance/stock.html",
        {
            "viewer": viewer,
            "stores": known,
            "is_giving_anywhere": any(one.is_giving and one.is_active for one in known),
            "lines": [
                {
                    "line": one,
                    "name": names[one.item.subject],
                    "stores": sorted((places.get(at, ""), number) for at, number in one.stores.items()),
                }
                for one in told
                if one.item.is_active or one.stores
            ],
            "expiring": [
                (expires_on, names[one.item.subject], lot, places.get(at, "–"), number)
                for one in told
                for expires_on, lot, at, number in one.expiring
            ],
            "today": timezone.localdate(),
            "movements": [
                {
                    "row": row,
                    "what": WORDS.get(row.what, row.what),
                    "item": names.get(row.item, "–"),
                    "store": places.get(row.store, "–"),
                    "to": places.get(row.to or "", ""),
                    "count": counted.get(row.id),
                    "reason": dict(REASONS).get(row.reason or "", "") if row.reason else "",
                }
                for row in stores.movements(viewer)
            ],
        },
    )


@office_page("assistance")
def move(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    known, places = goods(viewer.site), stores.stores(viewer)
    form = MoveForm(request.POST or None, known=known, places=places, initial=request.GET.dict())
    if form.is_valid():
        _tell(viewer, form.said())
        messages.success(request, gettext("Kept."))
        return redirect("stock")
    context = {"viewer": viewer, "form": form, "can_move": bool(known) and any(one.is_active for one in places)}
    return render(request, "assistance/stock_move.html", context)


@dataclass
class CountRow:
    """One item of a count as it was typed."""

    item: Item
    name: str
    typed: str
    expected: int
    reason: str

    @property
    def number(self) -> int | None:
        """How many were found; None: not counted, or no number."""
        return int(self.typed) if self.typed.isdecimal() and len(self.typed) < 7 else None

    @property
    def is_wrong(self) -> bool:
        return bool(self.typed) and self.number is None

    @property
    def differs(self) -> bool:
        return self.number is not None and self.number != self.expected

    @property
    def is_whole(self) -> bool:
        return not self.is_wrong and not (self.differs and not self.reason)


@office_page("assistance")
def count(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """What was found is typed without seeing what the books say; a difference is then shown, with its reason asked."""
    place = stores.store(viewer, id)
    if place is None:
        raise Http404
    found = stores.on_hand(viewer)
    rows = [
        CountRow(
            item=one,
            name=name_of(one),
            typed=request.POST.get(f"n-{one.subject}", "").strip(),
            expected=found.on_hand(one.subject, place.subject),
            reason=_reason(request.POST.get(f"why-{one.subject}", "")),
        )
        for one in goods(viewer.site)
        if one.is_active
    ]
    counted = [
        ItemsMoved.model_validate(
            {
                "what": "counted",
                "item": row.item.subject,
                "store": place.subject,
                "quantity": row.number,
                "reason": row.reason if row.differs else None,
            }
        )
        for row in rows
        if row.number is not None and row.is_whole
    ]
    if counted and all(row.is_whole for row in rows):
        _tell(viewer, *counted)
        messages.success(request, gettext("Counted. What was found stands."))
        return redirect("stock")
    context = {
        "viewer": viewer,
        "store": place,
        "rows": rows,
        "reasons": REASONS,
        "no_number": in_words(NO_NUMBER),
        "say_why": in_words(SAY_WHY),
    }
    return render(request, "assistance/stock_count.html", context)


def _reason(said: str) -> str:
    return said if said in dict(REASONS) else ""


@require_POST
@office_page("assistance")
def take_back(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """It was written down by mistake."""
    found: Movement | None = stores.movement(viewer, id)
    if found is None:
        raise Http404
    tell.take_back([found.id], viewer.worker)
    messages.success(request, gettext("Taken back. What is right can be written down again."))
    return redirect("stock")


def _tell(viewer: Viewer, *said: ItemsMoved) -> None:
    tell.tell(*(tell.Saying(one, site=viewer.site, worker=viewer.worker) for one in said))
