"""Roads and trips of a site, as pages and other rooms ask for them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from . import rules
from .models import Contact, Departure, Exit, Route, RouteStatus, Trip

# A trip of which nobody said when it should be there.
DUE_AFTER = timedelta(hours=6)
# Trips of earlier days stay on the page for so long, unless nobody has heard of them.
SHOWN_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Road:
    """One route, the last word on it, until when that holds, and whether it is time to ask again."""

    route: Route
    status: rules.Status
    said: RouteStatus | None
    until: datetime | None
    has_run_out: bool


@dataclass
class Going:
    """One trip: where it stands, on which road, and who is on it (card -> people)."""

    trip: Trip
    road: Road | None
    state: rules.TripState
    departure: Departure | None = None
    heard: list[Contact] = field(default_factory=list)
    on_it: dict[str, int] = field(default_factory=dict)
    # What was known of the road when it left.
    road_then: rules.Status | None = None

    @property
    def people(self) -> int:
        return sum(self.on_it.values())

    @property
    def seats_left(self) -> int | None:
        return None if self.trip.seats is None else self.trip.seats - self.people

    @property
    def due_at(self) -> datetime | None:
        """By when somebody should have heard that they arrived."""
        if self.departure is None:
            return None
        takes = self.road.route.takes_min if self.road else None
        return self.trip.due_at or self.departure.at + (timedelta(minutes=takes) if takes else DUE_AFTER)

    def is_overdue(self, now: datetime) -> bool:
        return self.state == "under_way" and self.due_at is not None and self.due_at < now

    @property
    def went_on_closed_road(self) -> bool:
        """It left against a closed road, and nobody is named for it."""
        return bool(self.departure and self.road_then == "closed" and not self.departure.why)


def _word(said: RouteStatus | None) -> rules.Word | None:
    if said is None:
        return None
    return rules.Word(said.status, said.at, said.until)  # type: ignore[arg-type]  # one of three


def roads(viewer: Viewer, now: datetime) -> list[Road]:
    """The routes of a site with what is known of each: those in use first."""
    need(viewer, "reception")
    return _roads(viewer.site, now)


def _roads(site: str, now: datetime) -> list[Road]:
    words = _words(site)
    found = []
    for route in Route.objects.filter(site=site):
        said = next(iter(words.get(route.subject, [])), None)
        word = _word(said)
        until = rules.holds_until(word) if word else None
        found.append(Road(route, rules.status_now(word, now), said, until, rules.has_run_out(word, now)))
    return sorted(
        found, key=lambda one: (one.route.is_active is False, one.route.destination or "", one.route.via or "")
    )


def next_to_run_out(site: str, now: datetime) -> datetime | None:
    """Until when the next road in use is known to be open."""
    ends = [one.until for one in _roads(site, now) if one.status == "open" and one.route.is_active is not False]
    return min((until for until in ends if until), default=None)


def _words(site: str) -> dict[str, list[RouteStatus]]:
    found: dict[str, list[RouteStatus]] = defaultdict(list)
    for said in RouteStatus.objects.filter(site=site).order_by("-clock", "-id"):
        found[said.subject].append(said)
    return found


def _then(words: list[RouteStatus], moment: datetime) -> rules.Status:
    said = next((one for one in words if one.at <= moment), None)
    return rules.status_now(_word(said), moment)


def words_on(viewer: Viewer, route: str, most: int = 20) -> list[RouteStatus]:
    """What was said of a road, the latest first."""
    need(viewer, "reception")
    return list(RouteStatus.objects.filter(site=viewer.site, subject=route).order_by("-clock", "-id")[:most])


def road(viewer: Viewer, route: str, now: datetime) -> Road | None:
    """One route of a site."""
    return next((one for one in roads(viewer, now) if one.route.subject == route), None)


def trips(viewer: Viewer, now: datetime) -> list[Going]:
    """The trips of a site that matter now: those here, those under way, and those of the last day."""
    need(viewer, "reception")
    return [
        one
        for one in _trips(viewer.site, now)
        if one.state == "under_way" or (one.departure.at if one.departure else one.trip.last_at) > now - SHOWN_FOR
        or (one.state == "here" and not one.trip.is_cancelled)
    ]  # fmt: skip


def trip(viewer: Viewer, id: str, now: datetime) -> Going | None:
    """One trip of a site."""
    need(viewer, "reception")
    return next((one for one in _trips(viewer.site, now) if one.trip.subject == id), None)


def _trips(site: str, now: datetime) -> list[Going]:
    known = {one.route.subject: one for one in _roads(site, now)}
    told, words = _told(site), _words(site)
    departures = {one.subject: one for one in Departure.objects.filter(site=site).order_by("clock", "id")}
    heard: dict[str, list[Contact]] = defaultdict(list)
    for one in Contact.objects.filter(site=site).order_by("-clock", "-id"):
        heard[one.subject].append(one)
    on_them = on_trips(site)
    found = [
        Going(
            trip=row,
            road=known.get(row.route or ""),
            state=rules.state_of(told.get(row.subject, ())),
            departure=departures.get(row.subject),
            heard=heard.get(row.subject, []),
            on_it=on_them.get(row.subject, {}),
            road_then=_then(words.get(row.route or "", []), departures[row.subject].at)
            if row.subject in departures
            else None,
        )
        for row in Trip.objects.filter(site=site)
    ]
    return sorted(found, key=lambda one: (one.trip.leaves_at or one.trip.first_at, one.trip.subject))


def _told(site: str) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for clock, id, subject in Departure.objects.filter(site=site).values_list("clock", "id", "subject"):
        found[subject].append((clock, id, "left"))
    for clock, id, subject, what in Contact.objects.filter(site=site).values_list("clock", "id", "subject", "what"):
        found[subject].append((clock, id, what))
    return found


def gone_trips(site: str) -> list[str]:
    """Trips whose people have left the site."""
    return [trip for trip, told in _told(site).items() if rules.is_gone(rules.state_of(told))]


def on_trips(site: str) -> dict[str, dict[str, int]]:
    """Trip -> card -> people on it, those that have left included; replaced cards seen through."""
    known = people.everybody(site)
    rows: Iterable[tuple[str, str, str, str | None, int]] = Exit.objects.filter(site=site).values_list(
        "clock", "id", "subject", "trip", "people"
    )
    exits = [(clock, id, known.resolve(card), trip, n) for clock, id, card, trip, n in rows]
    return rules.on_trips(exits, known.tokens)


def stops_of(viewer: Viewer, trip: str) -> dict[str, str]:
    """Where each card on a trip gets off."""
    need(viewer, "reception")
    known = people.everybody(viewer.site)
    rows = Exit.objects.filter(site=viewer.site, trip=trip).exclude(destination=None).order_by("clock", "id")
    return {known.resolve(card): stop for card, stop in rows.values_list("subject", "destination") if stop}
