"""Money that is still owed, to which receipt, since when and who answers for it; what was paid twice; the floats."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akeyi.access import queries as access
from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.people import queries as people

from .. import cash, paying

REASONS = {
    "miscounted": _("Counted wrongly before"),
    "change": _("Small change"),
    "not_written_down": _("Not written down"),
    "false_note": _("A false note"),
    "stolen": _("Stolen"),
    "unknown": _("Nobody knows"),
    "other": _("Something else"),
}


@office_page("cash")
def still_owed(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = paying.still_owed(viewer, timezone.now())
    cards = people.cards(viewer) if viewer.reads("reception") else {}
    context = {
        "viewer": viewer,
        "rows": [
            {
                "one": one,
                "code": in_groups(one.row.code),
                "card": cards.get(one.card, ""),
                "owner": access.name_of(one.row.owner),
            }
            for one in found
        ],
        "totals": list(paying.totals(one.owed for one in found).items()),
        **_twice(viewer),
    }
    return render(request, "assistance/cash.html", context)


@office_page()
def floats(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Whose money, and sums: of nobody who was paid. The manager reads it too."""
    found = paying.floats(viewer)
    context = {
        "viewer": viewer,
        "rows": [
            {
                "float": one,
                "cashier": access.name_of(one.cashier),
                "seconds": ", ".join(dict.fromkeys(access.name_of(second) for second in one.seconds)),
                "came": cash.amount_of(one.came, one.currency),
                "went": cash.amount_of(one.went, one.currency),
                "paid": cash.amount_of(one.paid, one.currency),
                "balance": cash.amount_of(one.balance, one.currency),
                "difference": cash.amount_of(one.difference or 0, one.currency),
                "reason": REASONS.get(one.reason or ""),
            }
            for one in found
        ],
        "sums": paying.sums(viewer, timezone.now()),
        **_twice(viewer),
    }
    return render(request, "assistance/floats.html", context)


def in_groups(code: str) -> str:
    """`4071 2235 0417`."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _twice(viewer: Viewer) -> dict[str, Any]:
    """When, where and how much, never to whom."""
    labels = {one["id"]: one["label"] for one in access.devices(viewer.site)}
    return {
        "promised_twice": [
            (currency, [(one.at, labels.get(one.device, ""), one.amount) for one in many])
            for currency, many in paying.promised_twice(viewer)
        ],
        "paid_over": [
            (row.currency, [(one.at, labels.get(one.device, ""), one.amount) for one in many])
            for row, _owed, many in paying.paid_over(viewer)
        ],
    }
