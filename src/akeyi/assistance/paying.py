"""Money of a site, as office pages ask it: what is still owed, whose float, what was promised or paid twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from akeyi.access.viewer import MayNotRead, Viewer, need
from akeyi.people import queries as people

from . import cash, rules
from .models import FloatMove, Payment, Promise
from .queries import Left, known


@dataclass(frozen=True)
class StillOwed:
    """One promise that is not wholly paid. `card`: whose it is, replaced cards seen through."""

    row: Promise
    owed: cash.Owed
    age: int
    card: str

    @property
    def left(self) -> str:
        return cash.amount_of(self.owed.left, self.owed.currency)

    @property
    def paid(self) -> str:
        return cash.amount_of(self.owed.paid, self.owed.currency)


@dataclass(frozen=True)
class Sums:
    """What is still owed at a site, of nobody in particular. `oldest`: in days; None: nothing is owed."""

    count: int
    by_currency: dict[str, str]
    oldest: int | None


def _units(row: Promise | Payment | FloatMove) -> int:
    return cash.units(row.amount, row.currency) or 0


def _payments(site: str) -> list[cash.Payment]:
    rows = Payment.objects.filter(site=site).order_by("clock", "id")
    return [cash.Payment(one.promise, _units(one), one.currency, one.float) for one in rows]


def _owed(site: str, codes: Iterable[str] | None = None) -> list[tuple[Promise, cash.Owed]]:
    told = Promise.objects.filter(site=site).order_by("clock", "id")
    rows = list(told if codes is None else told.filter(code__in=list(codes)))
    promises = [cash.Promise(one.promise, _units(one), one.currency) for one in rows]
    return list(zip(rows, cash.owed(promises, _payments(site)), strict=True))


def still_owed(viewer: Viewer, now: datetime) -> list[StillOwed]:
    """What is owed now, the oldest first."""
    need(viewer, "cash")
    everybody = people.everybody(viewer.site)
    found = [
        StillOwed(row, one, (now - row.at).days, everybody.resolve(row.subject))
        for row, one in _owed(viewer.site)
        if one.left > 0
    ]
    return sorted(found, key=lambda one: (one.row.at, one.row.id))


def by_code(viewer: Viewer, code: str) -> list[tuple[Promise, cash.Owed]]:
    """What a receipt stands for, paid or not."""
    need(viewer, "cash")
    return _owed(viewer.site, [code])


def paid_over(viewer: Viewer) -> list[tuple[Promise, cash.Owed, list[Payment]]]:
    """Where more was paid than was promised: the same receipt on two tablets."""
    need_sums(viewer)
    return [
        (row, one, list(Payment.objects.filter(site=viewer.site, promise=row.promise).order_by("at", "id")))
        for row, one in _owed(viewer.site)
        if one.left < 0
    ]


def promised_twice(viewer: Viewer, left: Left = ()) -> list[tuple[str, list[Promise]]]:
    """(currency, promises) where one person, or one family, was promised something again that was not due."""
    need_sums(viewer)
    told = known(viewer.site, people.everybody(viewer.site), left, money=True)
    currencies = Promise.objects.filter(site=viewer.site).values_list("currency", flat=True).distinct()
    found = rules.again(told, sorted(currencies))
    rows = Promise.objects.in_bulk([id for one in found for id in one.given])
    return [(one.item, [rows[id] for id in one.given if id in rows]) for one in found]


def need_sums(viewer: Viewer) -> None:
    """Sums, floats and what was paid twice are for the manager too, who reads of nobody in particular behind `cash`."""
    if not viewer.is_manager:
        need(viewer, "cash")


def sums(viewer: Viewer, now: datetime) -> Sums:
    """How much is owed, to how many receipts, and since when."""
    if not (viewer.is_manager or viewer.reads("cash") or viewer.has_duty("sender")):
        raise MayNotRead("cash")
    open_now = [(row, one) for row, one in _owed(viewer.site) if one.left > 0]
    oldest = min((row.at for row, _ in open_now), default=None)
    return Sums(len(open_now), totals(one for _, one in open_now), (now - oldest).days if oldest else None)


def totals(owed: Iterable[cash.Owed]) -> dict[str, str]:
    """What is owed altogether, by currency."""
    left: Counter[str] = Counter()
    for one in owed:
        left[one.currency] += one.left
    return {currency: cash.amount_of(sum_, currency) for currency, sum_ in sorted(left.items())}


def moves(site: str) -> list[cash.Move]:
    """What was said of floats, in the order in which it was said."""
    return [
        cash.Move(one.subject, one.what, one.currency, _units(one), one.worker or "", one.at, one.second, one.to,
                  one.reason)
        for one in FloatMove.objects.filter(site=site).order_by("clock", "id")
    ]  # fmt: skip


def floats(viewer: Viewer) -> list[cash.Float]:
    """Every float of the site, those that are open first."""
    need_sums(viewer)
    found = cash.floats(moves(viewer.site), _payments(viewer.site))
    order = {id: n for n, id in enumerate(found)}
    return sorted(found.values(), key=lambda one: (one.closed_at is not None, -order[one.float]))
