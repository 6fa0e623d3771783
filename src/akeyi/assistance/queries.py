"""What other rooms and pages may ask about items and what was given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Min, Sum

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need
from akeyi.arrivals import queries as arrivals
from akeyi.people import queries as people

from . import cash, rules
from .models import GivenToMany, HandOut, Item, Programme, Promise, Voucher
from .programmes import Line, Person, Version, ages_seen, hundredths, in_force, sex_seen
from .rules import Due, Given, Known, Moved


def items(site: str) -> list[Item]:
    """The items of a site, those in use first."""
    return sorted(
        Item.objects.filter(site=site), key=lambda item: (not item.is_active, (item.names or {}).get("en", ""))
    )


def goods(site: str) -> list[Item]:
    """The items of a site of which there is a stock: everything but services."""
    return [one for one in items(site) if not one.is_service]


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


# (clock, id, card, groups) of people who left a household's card; whoever asks knows them, this room does not.
Left = Iterable[tuple[str, str, str, Mapping[str, int]]]


def known(site: str, everybody: people.Everybody, left: Left = (), money: bool = False) -> Known:
    """Everything that decides what is due at a site. Without `left`, those who left a household count as if they were
    still there; without `money`, as if none had been promised: that stands behind `cash`."""
    told: list[tuple[str, str, Given | Moved]] = [
        (clock, id, Moved(source, target, groups))
        for clock, id, source, target, groups in people.moves(site, everybody)
    ]
    told += [(clock, id, Moved(everybody.resolve(card), None, groups)) for clock, id, card, groups in left]
    rows = HandOut.objects.filter(site=site).values_list("clock", "id", "subject", "item", "at", "quantity", "override")
    for clock, id, subject, item, at, quantity, why in rows:
        told.append((clock, id, Given(id, everybody.resolve(subject), item, at, quantity, why is not None)))
    for one in Promise.objects.filter(site=site) if money else ():
        promised = cash.hundredths_of(cash.units(one.amount, one.currency) or 0, one.currency)
        told.append((one.clock, one.id, Given(one.id, everybody.resolve(one.subject), one.currency, one.at, promised)))
    return Known(
        told=[one for _, _, one in sorted(told, key=lambda row: row[:2])],
        people=_persons(site, everybody),
        family_of=people.family_of_each(site, everybody),
        versions=versions(site),
        items=[(one.subject, one.once_per or "none") for one in items(site) if one.is_active],
    )


def _persons(site: str, everybody: people.Everybody) -> dict[str, Person]:
    zone = access.zone_of(site)
    all_arrivals = {one.subject: one for one in arrivals.arrivals(site)}
    vouchers: dict[str, set[str]] = defaultdict(set)
    for subject, programme in Voucher.objects.filter(site=site).values_list("subject", "programme"):
        vouchers[everybody.resolve(subject)].add(programme)
    found = {}
    for card, one in people.seen(site, everybody).items():
        arrival = all_arrivals.get(everybody.arrival.get(card) or "")
        at = (arrival.landed_at or arrival.eta_at or arrival.first_at) if arrival else one.first_at
        day = at.astimezone(zone).date()
        found[card] = Person(
            day=day,
            sex=sex_seen(one.sexes),
            ages=ages_seen(one.births, one.ages, one.groups, day),
            how=arrival.how if arrival else None,
            arrival=arrival.subject if arrival else None,
            is_token=one.is_token,
            vouchers=frozenset(vouchers.get(card, ())),
        )
    return found


def published(site: str) -> list[Programme]:
    """Every version of every programme of a site, in the order in which they begin."""
    return list(Programme.objects.filter(site=site).order_by("since", "clock", "id"))


def versions(site: str) -> list[Version]:
    """Every version of every programme of a site, as the rules take it."""
    return [as_version(one) for one in published(site)]


def as_version(row: Programme) -> Version:
    """A version as the rules take it."""
    gives = [*row.items, *row.cash]
    return Version(
        programme=row.subject,
        told=(row.clock, row.id),
        since=row.since,
        until=row.until,
        sex=row.sex,
        age_from=row.age_from,
        age_to=row.age_to,
        hows=tuple(row.hows),
        with_voucher=row.with_voucher,
        gives=tuple(as_line(one) for one in gives),
    )


def as_line(told: Mapping[str, Any]) -> Line:
    """What a version gives, an item or cash, as the rules take it."""
    hours = told.get("every_hours")
    return Line(
        what=told.get("item") or told["currency"],
        quantity=told["quantity"] if "item" in told else hundredths(told["amount"]),
        per=told["per"],
        often="hours" if hours else told["often"],
        hours=hours,
    )


def due(viewer: Viewer, reception: str, now: datetime, left: Left = ()) -> dict[str, tuple[Due, Version | None]]:
    """What is due to a person, and why, with the version that says so; replaced cards seen through."""
    need(viewer, "assistance")
    everybody = people.everybody(viewer.site)
    here, card = known(viewer.site, everybody, left, viewer.reads("cash")), everybody.resolve(reception)
    standing = {one.programme: one for one in in_force(here.versions, here.person(card).day)}
    found = rules.due(here, card, now)
    return {what: (one, standing.get(one.programme or "")) for what, one in found.items()}


def given_twice(site: str, everybody: people.Everybody, left: Left = ()) -> list[tuple[str, str, list[HandOut]]]:
    """(reception, item, hand-outs) where one person, or one family, was given something again that was not due: the
    card it was given on last, and all that they were given."""
    found = rules.again(known(site, everybody, left))
    shown = HandOut.objects.in_bulk([id for one in found for id in one.given])
    return [(one.card, one.item, [shown[id] for id in one.given]) for one in found]


def given_to(viewer: Viewer, receptions: Iterable[str]) -> list[HandOut]:
    """What one person received, by all ids their cards made, in the order of time."""
    need(viewer, "assistance")
    return list(HandOut.objects.filter(site=viewer.site, subject__in=list(receptions)).order_by("at", "id"))


def given_so_far(site: str) -> dict[str, int]:
    """Per item how many were given."""
    found: Counter[str] = Counter()
    for table in (HandOut, GivenToMany):
        found.update(dict(table._default_manager.filter(site=site).values_list("item").annotate(n=Sum("quantity"))))
    return dict(found)


def given_without_cards(site: str) -> dict[str, dict[str, int]]:
    """Per arrival how many of each item were given to many: items, of which nobody knows how many people have them."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = GivenToMany.objects.filter(site=site).values_list("subject", "item").annotate(n=Sum("quantity"))
    for arrival, item, quantity in rows:
        found[arrival][item] = quantity
    return found
