"""What pages ask about the days to come: who is awaited, what they will need, what is there, and who works then."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need
from akeyi.access.walls import FIGURES
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals.groups import groups_of
from akeyi.assistance import queries as assistance
from akeyi.assistance import stores
from akeyi.assistance.models import Item
from akeyi.assistance.programmes import governed
from akeyi.assistance.rules import is_cash
from akeyi.onward import queries as onward
from akeyi.onward.nights import tonight
from akeyi.people import queries as people

from . import rules
from .models import Shift
from .rules import Awaited, Line, OnShift
from .stations import GROUP_SHARES, STATIONS, Station

AWAITED = ("announced", "confirmed", "under_way")
# Who came longer ago says little about who comes tomorrow.
MEASURED_OVER = timedelta(days=90)
# At which station of the hall a worker may stand who works at a place of the desk.
PLACE_OF: Mapping[Station, str] = {
    "count": "count", "screen": "screen", "register": "register", "serve": "serve", "leave": "leave",
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """One day at one site, as far as it can be known before."""

    day: date
    awaited: list[Awaited]
    people: int
    groups: dict[str, int]
    at_once: int
    families: int
    items: list[tuple[Item, Line]]
    cash: list[Line]
    water_l: int
    # (for women, for men)
    toilets: tuple[int, int]
    buses: int
    # On trips written down for that day.
    seats: int
    # People who land so late that they leave in the dark.
    in_the_dark: int
    # People who have a bed here now.
    in_beds: int
    staff: list[Line]
    languages: list[Line]
    shifts: list[Shift]
    first_at: datetime | None
    last_at: datetime | None

    @property
    def untold(self) -> list[Awaited]:
        """Arrivals of which nobody said how many come."""
        return [one for one in self.awaited if one.total is None]

    @property
    def gaps(self) -> list[tuple[str, Line, Item | None]]:
        """Whatever is missing, what has to be done first first: (item | staff | language, how much, of which item)."""
        found = [
            *(("item", line, item) for item, line in self.items if line.missing),
            *(("staff", line, None) for line in self.staff if line.missing),
            *(("language", line, None) for line in self.languages if line.missing),
        ]
        return sorted(found, key=lambda one: (one[1].act_by is None, one[1].act_by.timestamp() if one[1].act_by else 0))


def days(viewer: Viewer) -> list[date]:
    """The days on which somebody is awaited, the soonest first."""
    need(viewer, FIGURES)
    zone = access.zone_of(viewer.site)
    return sorted({_day(one, zone) for one in arrivals.arrivals(viewer.site) if one.status in AWAITED})


def _day(one: arrivals.Arrival, zone: ZoneInfo) -> date:
    return (one.eta_at or one.first_at).astimezone(zone).date()


def plan(viewer: Viewer, day: date) -> Plan:
    """What a day needs, and what of it is there."""
    need(viewer, "assistance")
    site, zone = viewer.site, access.zone_of(viewer.site)
    every = arrivals.arrivals(site)
    coming = [one for one in every if one.status in AWAITED and _day(one, zone) == day]
    awaited = _awaited(viewer, coming, day, zone, _measured(site, every))
    total = sum(one.total or 0 for one in awaited)
    # Whoever arrives at no known time is in time for nothing: what they need is reckoned first.
    awaited.sort(key=lambda one: (one.at is not None, one.at.timestamp() if one.at else 0))
    family_of = _family_of(site)
    timed = [one.at for one in awaited if one.at is not None]
    first, last = min(timed, default=None), max(timed, default=None)
    peak = rules.at_once(awaited)
    shifts = shifts_of(viewer, day)
    versions = assistance.versions(site)
    lines = {one.item.subject: one.on_hand for one in stores.lines(viewer, stores.on_hand(viewer), timezone.now())}

    def needed(what: str, once_per: str | None, there: int | None) -> Line:
        each = [
            (one.at, rules.wanted(what, once_per, versions, day, one, rules.families(one.total or 0, family_of)))
            for one in awaited
        ]
        return rules.line(what, each, there)

    staff, languages = _staff(viewer, shifts, peak, first, last, total)
    return Plan(
        day=day,
        awaited=awaited,
        people=total,
        groups=dict(sum((Counter(one.groups) for one in awaited), Counter())),
        at_once=peak,
        families=rules.families(total, family_of),
        items=[
            (one, needed(one.subject, one.once_per, lines.get(one.subject, 0)))
            for one in assistance.goods(site)
            if one.is_active
        ],
        cash=[needed(what, None, None) for what in sorted(governed(versions, day)) if is_cash(what)],
        water_l=rules.water_l(total),
        toilets=rules.toilets(peak),
        buses=rules.buses(total),
        seats=onward.seats_on(viewer, day),
        in_the_dark=sum(one.total or 0 for one in awaited if rules.in_the_dark(one.at)),
        in_beds=tonight(viewer, timezone.now()).in_beds,
        staff=staff,
        languages=languages,
        shifts=shifts,
        first_at=first,
        last_at=last,
    )


def _awaited(
    viewer: Viewer, coming: Sequence[arrivals.Arrival], day: date, zone: ZoneInfo, measured: Mapping[str, int]
) -> list[Awaited]:
    claims = arrivals.claims([one.subject for one in coming])
    found = []
    for one in coming:
        said = sorted(claims[one.subject], key=lambda claim: claim.claim == "on_the_plane", reverse=True)
        listed = arrivals.latest_lines(viewer, one.subject) or []
        total = said[0].total if said else len(listed) or None
        told = next((claim.groups for claim in said if claim.groups), {})
        by_list = groups_of([arrivals.as_read(line) for line in listed], day)
        groups, source = rules.by_group(total or 0, told, by_list, measured, GROUP_SHARES)
        at = one.eta_at.astimezone(zone) if one.eta_at else None
        found.append(Awaited(one.subject, one.label or "", one.how, at, total, groups, source))
    return found


def _measured(site: str, every: Sequence[arrivals.Arrival]) -> Counter[str]:
    """Everybody who was counted of earlier arrivals, by group."""
    since = timezone.now() - MEASURED_OVER
    before = [one for one in every if one.status not in (*AWAITED, "cancelled")]
    newest = max((one.last_at for one in before), default=None)
    # A site that was closed for a year still knows better than nobody.
    since = min(since, newest - MEASURED_OVER) if newest else since
    found: Counter[str] = Counter()
    for counted in arrivals.tallies([one.subject for one in before if one.last_at >= since]).values():
        found.update({group: n for group, n in counted["count"].items() if group != "not_seen"})
    return found


def _family_of(site: str) -> float | None:
    """How many people one family is, of those who were registered here; None: nobody was yet."""
    family_of = people.family_of_each(site, people.everybody(site))
    return len(family_of) / len(set(family_of.values())) if family_of else None


def _staff(
    viewer: Viewer, shifts: Sequence[Shift], peak: int, first: datetime | None, last: datetime | None, total: int
) -> tuple[list[Line], list[Line]]:
    """Workers by station and by language: how many are needed, and how many are expected while people land."""
    known = [OnShift(one.since_at, one.until_at, one.staff, one.languages) for one in shifts]
    there: dict[str, int] = {}
    speak: dict[str, int] = {}
    if first and last:
        there, speak = rules.on_shift(known, first, last + rules.THROUGH_IN)
    staff = [
        Line(station, n, there.get(station, 0) if known else None, first)
        for station, n in rules.staff(peak, {}).items()
    ]
    spoken = people.languages_spoken(viewer.site)
    of = sum(spoken.values())
    languages = [
        Line(language, 1, speak.get(language, 0) if known else None, first)
        for language, n in sorted(spoken.items(), key=lambda one: -one[1])
        if total * n >= of
    ]
    return staff, languages or [Line("ht", 1, speak.get("ht", 0) if known else None, first)]


def shifts_of(viewer: Viewer, day: date) -> list[Shift]:
    """The shifts that touch a day, the earliest first."""
    need(viewer, "assistance")
    zone = access.zone_of(viewer.site)
    begin = datetime(day.year, day.month, day.day, tzinfo=zone)
    # Those who land in the evening are served by who works into the night.
    end = begin + timedelta(days=1, hours=6)
    rows = Shift.objects.filter(site=viewer.site, since_at__lt=end, until_at__gt=begin)
    return list(rows.order_by("since_at", "clock", "id"))


def shift(viewer: Viewer, id: str) -> Shift | None:
    """One shift of a site."""
    need(viewer, "assistance")
    return Shift.objects.filter(site=viewer.site, id=id).first()


def could_work(site: str) -> dict[str, int]:
    """By station, how many workers of the site may work there at all; nothing is said about when."""
    places = Counter(place for one in access.workers(site) for place in one["places"])
    return {station: places[PLACE_OF[station]] for station in STATIONS if station in PLACE_OF}
