"""What other rooms and pages may ask about items and what was given."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Sum

from akeyi.access.viewer import Viewer, need

from .models import HandOut, Item


def items(site: str) -> list[Item]:
    """The items of a site, those in use first."""
    return sorted(
        Item.objects.filter(site=site), key=lambda item: (not item.is_active, (item.names or {}).get("en", ""))
    )


def item(viewer: Viewer, subject: str) -> Item | None:
    """One item of a site."""
    need(viewer, "assistance")
    return Item.objects.filter(site=viewer.site, subject=subject).first()


def given(site: str) -> dict[str, list[tuple[str, int, datetime]]]:
    """Per reception (as told, cards not seen through): (item, quantity, when)."""
    found: dict[str, list[tuple[str, int, datetime]]] = defaultdict(list)
    rows = HandOut.objects.filter(site=site).order_by("at")
    for subject, item, quantity, at in rows.values_list("subject", "item", "quantity", "at"):
        found[subject].append((item, quantity, at))
    return found


def given_twice(site: str, resolve: dict[str, str] | None = None) -> list[tuple[str, str, list[HandOut]]]:
    """(reception, item, hand-outs) where a once-only item went to one person more than once."""
    once = set(Item.objects.filter(site=site, once_per__in=("person", "family")).values_list("subject", flat=True))
    found: dict[tuple[str, str], list[HandOut]] = defaultdict(list)
    for one in HandOut.objects.filter(site=site, item__in=once).order_by("at"):
        found[(resolve or {}).get(one.subject, one.subject), one.item].append(one)
    return [(reception, item, many) for (reception, item), many in found.items() if len(many) > 1]


def given_to(viewer: Viewer, receptions: Iterable[str]) -> list[HandOut]:
    """What one person received, by all ids their cards made, in the order of time."""
    need(viewer, "assistance")
    return list(HandOut.objects.filter(site=viewer.site, subject__in=list(receptions)).order_by("at", "id"))


def given_so_far(site: str) -> dict[str, int]:
    """Per item how many were given."""
    totals = HandOut.objects.filter(site=site).values_list("item").annotate(n=Sum("quantity"))
    return dict(totals)
