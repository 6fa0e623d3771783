"""What other rooms and pages may ask about items and what was given."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Min, Sum

from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from . import rules
from .models import HandOut, Item
from .rules import Given, Moved, accounts


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


def served(site: str, known: people.Everybody) -> set[str]:
    """Receptions of everybody who was given something, as one of a household too; cards seen through."""
    first: dict[str, str] = {}
    told = HandOut.objects.filter(site=site).values_list("subject").annotate(first=Min("clock"))
    for subject, clock in told:
        one = known.resolve(subject)
        first[one] = min(clock, first.get(one, clock))
    moves = sorted(people.moves(site, known))
    return rules.served(first, [(clock, source, target) for clock, _, source, target, _ in moves])


def given_twice(site: str, known: people.Everybody) -> list[tuple[str, str, list[HandOut]]]:
    """(reception, item, hand-outs) where one person, or one family, was given a once-only item again: the card it was
    given on last, and all that they were given. Those who left a household count as if they were still there."""
    once = dict(Item.objects.filter(site=site, once_per__in=("person", "family")).values_list("subject", "once_per"))
    moved = [
        (clock, id, Moved(source, target, number)) for clock, id, source, target, number in people.moves(site, known)
    ]
    told: dict[str, list[tuple[str, str, Given | Moved]]] = {item: [*moved] for item in once}
    rows = HandOut.objects.filter(site=site, item__in=once)
    for clock, id, subject, item, quantity, why in rows.values_list(
        "clock", "id", "subject", "item", "quantity", "override"
    ):
        told[item].append((clock, id, Given(id, known.resolve(subject), item, quantity, why is not None)))
    family_of = people.family_of_each(site, known)
    found = [
        (account.again, item, [one.id for one in account.hand_outs])
        for item, said in told.items()
        for account in accounts(item, once[item], _in_order(said), family_of).values()
        if account.again
    ]
    shown = HandOut.objects.in_bulk([id for _, _, ids in found for id in ids])
    return [(reception, item, [shown[id] for id in ids]) for reception, item, ids in found]


def _in_order(said: list[tuple[str, str, Given | Moved]]) -> list[Given | Moved]:
    return [one for _, _, one in sorted(said, key=lambda row: row[:2])]


def given_to(viewer: Viewer, receptions: Iterable[str]) -> list[HandOut]:
    """What one person received, by all ids their cards made, in the order of time."""
    need(viewer, "assistance")
    return list(HandOut.objects.filter(site=viewer.site, subject__in=list(receptions)).order_by("at", "id"))


def given_so_far(site: str) -> dict[str, int]:
    """Per item how many were given."""
    totals = HandOut.objects.filter(site=site).values_list("item").annotate(n=Sum("quantity"))
    return dict(totals)
