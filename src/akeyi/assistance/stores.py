"""What lies in the stores of a site, as office pages ask it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from akeyi.access.viewer import Viewer, need

from . import stock
from .models import GivenToMany, HandOut, Item, Movement, Store
from .queries import goods

# Whatever expires within so many days is named.
EXPIRES_SOON = timedelta(days=30)
# For people who were given something where no store says it gives.
NO_STORE = ""


@dataclass(frozen=True)
class Line:
    """One item of a site: how many lie in which store, for how many people that is, and what expires soon."""

    item: Item
    on_hand: int
    stores: dict[str, int]
    enough: stock.Enough
    expiring: list[tuple[date, str | None, str, int]]

    @property
    def is_short(self) -> bool:
        return self.item.reorder_at is not None and self.on_hand <= self.item.reorder_at


def stores(viewer: Viewer) -> list[Store]:
    """The stores of a site, those in use first."""
    need(viewer, "assistance")
    return sorted(Store.objects.filter(site=viewer.site), key=lambda one: (not one.is_active, one.name or ""))


def store(viewer: Viewer, id: str) -> Store | None:
    """One store of a site."""
    need(viewer, "assistance")
    return Store.objects.filter(site=viewer.site, subject=id).first()


def on_hand(viewer: Viewer) -> stock.Stock:
    """What lies where now."""
    need(viewer, "assistance")
    return there(viewer.site)


def there(site: str) -> stock.Stock:
    """What lies where at a site."""
    from_store = giving(site)
    told: list[tuple[str, str, stock.Moved | stock.Given]] = [
        (row.clock, row.id, _moved(row)) for row in Movement.objects.filter(site=site)
    ]
    for table in (HandOut, GivenToMany):
        rows = table._default_manager.filter(site=site).values_list("clock", "id", "item", "store", "quantity")
        told += [
            (clock, id, stock.Given(item, store or from_store, quantity)) for clock, id, item, store, quantity in rows
        ]
    return stock.stock(one for _, _, one in sorted(told, key=lambda one: one[:2]))


def rates(site: str, now: datetime) -> dict[tuple[str, str], stock.Rate]:
    """What was given during the last hour, by item and store."""
    found: dict[tuple[str, str], stock.Rate] = defaultdict(stock.Rate)
    from_store, lately = giving(site), {"site": site, "at__gt": now - stock.RATE_OVER, "at__lte": now}
    for item, store, quantity in HandOut.objects.filter(**lately).values_list("item", "store", "quantity"):
        rate = found[item, store or from_store]
        rate.people, rate.pieces = rate.people + 1, rate.pieces + quantity
    for item, store, quantity in GivenToMany.objects.filter(**lately).values_list("item", "store", "quantity"):
        found[item, store or from_store].to_many += quantity
    return found


def lines(viewer: Viewer, found: stock.Stock, now: datetime) -> list[Line]:
    """Every item of the site of which there is a stock, with what lies where."""
    need(viewer, "assistance")
    lately: dict[str, stock.Rate] = defaultdict(stock.Rate)
    for (item, _), rate in rates(viewer.site, now).items():
        whole = lately[item]
        whole.people, whole.pieces = whole.people + rate.people, whole.pieces + rate.pieces
        whole.to_many += rate.to_many
    soon = timezone.localdate(now) + EXPIRES_SOON
    told = []
    for one in goods(viewer.site):
        shelves = {at: shelf for (item, at), shelf in found.shelves.items() if item == one.subject}
        left = sum(shelf.on_hand for shelf in shelves.values())
        told.append(
            Line(
                item=one,
                on_hand=left,
                stores={at: shelf.on_hand for at, shelf in shelves.items() if shelf.on_hand},
                enough=stock.enough(left, lately[one.subject], now),
                expiring=sorted(
                    (
                        (expires_on, lot, at, number)
                        for at, shelf in shelves.items()
                        for (expires_on, lot), number in shelf.lots.items()
                        if expires_on and expires_on <= soon
                    ),
                    key=lambda row: (row[0], row[1] or "", row[2]),
                ),
            )
        )
    return told


def movements(viewer: Viewer, most: int = 100) -> list[Movement]:
    """What moved last."""
    need(viewer, "assistance")
    return list(Movement.objects.filter(site=viewer.site).order_by("-clock", "-id")[:most])


def movement(viewer: Viewer, id: str) -> Movement | None:
    """One movement of a site."""
    need(viewer, "assistance")
    return Movement.objects.filter(site=viewer.site, id=id).first()


def giving(site: str) -> str:
    """The store that gives where nobody chose another; NO_STORE where none does."""
    rows = Store.objects.filter(site=site, is_giving=True, is_active=True).order_by("subject")
    return rows.values_list("subject", flat=True).first() or NO_STORE


def _moved(row: Movement) -> stock.Moved:
    return stock.Moved(
        id=row.id,
        what=row.what,
        item=row.item,
        store=row.store,
        quantity=row.quantity,
        to=row.to,
        parts=row.parts or {},
        lot=(row.expires_on, row.lot),
    )
