"""What other rooms and pages may ask about the hall being paused or emptied, and about bags and things."""

from dataclasses import dataclass
from datetime import datetime

from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from . import rules
from .models import Before, Pause, Resume, Seen, Tag, TagBack, Thing, ThingBack


@dataclass(frozen=True)
class HallNow:
    """What the hall does, since when, and the pauses that somebody would end."""

    is_paused: bool
    is_evacuating: bool
    since: datetime | None
    ids: list[str]


def hall_now(site: str) -> HallNow:
    """Whether the hall of a site is paused; said to everybody who works there."""
    told = {one.id: one for one in Pause.objects.filter(site=site).order_by("clock", "id")}
    ends = Resume.objects.filter(site=site).values_list("ends", flat=True)
    now = rules.hall([(one.id, one.how) for one in told.values()], ends)
    since = min((told[id].at for id, _ in now.standing), default=None)
    return HallNow(now.is_paused, now.is_evacuating, since, [id for id, _ in now.standing])


def seen_now(viewer: Viewer, pauses: list[str]) -> list[tuple[str, int]]:
    """(reception, people) of everybody seen at the other place while these pauses stand."""
    need(viewer, "reception")
    rows = Seen.objects.filter(site=viewer.site, pause__in=pauses).order_by("clock", "id")
    return list(rows.values_list("subject", "people"))


@dataclass(frozen=True)
class Bag:
    """A bag that waits for the holder of a card."""

    tag: str
    card: str
    at: datetime


def bags_here(viewer: Viewer) -> list[Bag]:
    """Bags that were tied to a card and not handed back yet, the longest first."""
    need(viewer, "reception")
    replaced = people.replacements(viewer.site)
    cards = people.cards(viewer)
    tied = {
        rules.TagTold(people.resolve(one.subject, replaced), one.tag, one.clock): one
        for one in Tag.objects.filter(site=viewer.site)
    }
    back = [rules.TagTold(one.subject, one.tag, one.clock) for one in TagBack.objects.filter(site=viewer.site)]
    here = [(one, tied[one]) for one in rules.bags_here(tied, back)]
    return sorted((Bag(row.tag, cards.get(one.of, row.card), row.at) for one, row in here), key=lambda bag: bag.at)


@dataclass(frozen=True)
class ThingHere:
    """What was found and nobody has back, or what is missed: then `card` is whose it is."""

    description: str
    place: str
    card: str
    at: datetime


def things_here(viewer: Viewer) -> tuple[list[ThingHere], list[ThingHere]]:
    """(found, missed), the newest first."""
    need(viewer, "reception")
    back = set(ThingBack.objects.filter(site=viewer.site).values_list("thing", flat=True))
    cards, replaced = people.cards(viewer), people.replacements(viewer.site)
    found: dict[str, list[ThingHere]] = {"found": [], "lost": []}
    for one in Thing.objects.filter(site=viewer.site).exclude(id__in=back).order_by("-at"):
        card = cards.get(people.resolve(one.subject, replaced), "") if one.what == "lost" else ""
        found[one.what].append(ThingHere(one.description, one.place or "", card, one.at))
    return found["found"], found["lost"]


@dataclass(frozen=True)
class LostBefore:
    """Something that was lost or taken before its owner came here."""

    card: str
    description: str
    place: str
    kept_by: str


def lost_before(viewer: Viewer) -> list[LostBefore]:
    """What people lost before they came, and who keeps it: for whoever asks there for it."""
    need(viewer, "safety")
    cards, replaced = people.cards(viewer), people.replacements(viewer.site)
    return [
        LostBefore(
            cards.get(people.resolve(one.subject, replaced), ""), one.description, one.place or "", one.kept_by or ""
        )
        for one in Before.objects.filter(site=viewer.site).order_by("-at")
    ]
