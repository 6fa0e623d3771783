"""What other rooms and pages may ask about carers, releases of children and the codes that allow them."""

from collections import defaultdict
from dataclasses import dataclass

from akeyi.access.viewer import Viewer, need
from akeyi.people import queries as people

from . import rules
from .care import Came, Care, Said, care
from .models import AskFirst, CameFor, Carer, Hold, Photo, Release, ReleaseCode, ReleaseReview, Situation


def carer_of(viewer: Viewer, child: str) -> str | None:
    """The reception of the adult who looks after a child; where child protection is asked first, to it alone."""
    need(viewer, "reception")
    if not may_name_carers(viewer, child):
        return None
    return Carer.objects.filter(site=viewer.site, subject=child).values_list("carer", flat=True).first()


def children_of(viewer: Viewer, adult: str) -> list[str]:
    """The children whom an adult looks after, but those about whom child protection is asked first."""
    need(viewer, "reception")
    found = Carer.objects.filter(site=viewer.site, carer=adult).values_list("subject", flat=True)
    return [child for child in found if may_name_carers(viewer, child)]


def may_name_carers(viewer: Viewer, child: str) -> bool:
    """Who claims a child in question is told to child protection alone."""
    return viewer.reads("child") or child not in asked_first(viewer.site)


def carers_told(viewer: Viewer, child: str) -> int:
    """How many adults were told to look after a child."""
    need(viewer, "reception")
    found = Carer.objects.filter(site=viewer.site, subject=child).first()
    if found is None:
        return 0
    told = {one["value"] for one in found.answers["carer"]} if "carer" in found.answers else {found.carer}
    return len(told - {None})


def carers_in_question(viewer: Viewer) -> list[Carer]:
    """Children for whom more than one carer was told."""
    need(viewer, "reception")
    return [one for one in Carer.objects.filter(site=viewer.site).order_by("first_at") if "carer" in one.answers]


@dataclass(frozen=True)
class Code:
    """A code that was made in advance. `releases` counts the children it let go."""

    label: str
    made_at: object
    releases: int


def codes(site: str) -> list[Code]:
    """The codes of a site, the newest first; nobody can read them back."""
    used = [one.code_hash for one in Release.objects.filter(site=site) if one.code_hash]
    made = ReleaseCode.objects.filter(site=site).order_by("-clock", "-id")
    return [Code(one.label, one.at, used.count(one.code_hash)) for one in made]


def release(viewer: Viewer, fact: str) -> Release | None:
    """One release of a child, by the fact that told it."""
    need(viewer, "child")
    return Release.objects.filter(site=viewer.site, id=fact).first()


@dataclass(frozen=True)
class ToReview:
    """A release somebody must look at, and why: ambulance, nobody, code_unknown, code_twice, authorised, identity."""

    release: Release
    why: str


def to_review(site: str) -> list[ToReview]:
    """Releases that nobody has looked at and somebody must, the oldest first."""
    releases = list(Release.objects.filter(site=site).order_by("at", "id"))
    made = {one.code_hash for one in ReleaseCode.objects.filter(site=site)}
    twice = set(rules.used_more_than_once([(one.code_hash, one.id) for one in releases if one.code_hash]))
    reviewed = set(ReleaseReview.objects.filter(site=site).values_list("release", flat=True))
    came = {one.id: as_came(one) for one in CameFor.objects.filter(site=site)}
    asked = asked_first(site)
    found = []
    for one in releases:
        lacks = rules.release_lacks(one.subject in asked, one.identity_seen, came.get(one.came_for or ""))
        why = rules.must_be_reviewed(one.to, one.code_hash, made, twice, lacks)
        if why and one.id not in reviewed:
            found.append(ToReview(one, why))
    return found


def codes_used_twice(site: str) -> list[str]:
    """Labels of codes that let more than one child go."""
    return [one.label for one in codes(site) if one.releases > 1]


def reviews(viewer: Viewer) -> list[tuple[Release, ReleaseReview]]:
    """Releases that were looked at, the latest review first."""
    need(viewer, "child")
    releases = {one.id: one for one in Release.objects.filter(site=viewer.site)}
    told = ReleaseReview.objects.filter(site=viewer.site).order_by("-clock", "-id")
    return [(releases[one.release], one) for one in told if one.release in releases]


def care_of_each(site: str) -> dict[str, Care]:
    """What stands of everybody whom somebody has to be with, or about whom child protection is asked first; cards that
    were replaced seen through, those who have left among them."""
    replaced = people.replacements(site)
    said: dict[str, list[tuple[str, str, Said]]] = defaultdict(list)
    for hold in Hold.objects.filter(site=site):
        one = Said(hold.at, hold.worker, hold.holder, hold.place, hold.by_pin)
        said[people.resolve(hold.subject, replaced)].append((hold.clock, hold.id, one))
    for ask in AskFirst.objects.filter(site=site):
        one = Said(ask.at, ask.worker, is_asked=ask.is_asked)
        said[people.resolve(ask.subject, replaced)].append((ask.clock, ask.id, one))
    each = {
        subject: care([one for _, _, one in sorted(told, key=lambda word: word[:2])]) for subject, told in said.items()
    }
    return {subject: one for subject, one in each.items() if one.is_asked}


def asked_first(site: str) -> set[str]:
    """About whom child protection is asked first: those it said so of, those somebody is with, and those whose custody
    has two answers."""
    in_question = {one.subject for one in Carer.objects.filter(site=site) if "carer" in one.answers}
    return {*care_of_each(site), *in_question}


def situations(viewer: Viewer) -> dict[str, Situation]:
    """What child protection knows of each child."""
    need(viewer, "child")
    return {one.subject: one for one in Situation.objects.filter(site=viewer.site)}


def is_age_disputed(site: str, receptions: list[str]) -> bool:
    """Whether the age of somebody, by one of their cards, is in dispute; asked by rules, and shown on no page."""
    return any(one.is_age_disputed for one in Situation.objects.filter(site=site, subject__in=receptions))


def came_for(viewer: Viewer) -> dict[str, list[CameFor]]:
    """Who came for each child, the latest first."""
    need(viewer, "child")
    found: dict[str, list[CameFor]] = defaultdict(list)
    for one in CameFor.objects.filter(site=viewer.site).order_by("-clock", "-id"):
        found[one.subject].append(one)
    return found


def photos(viewer: Viewer) -> dict[str, Photo]:
    """The latest photo of each child of whom there is one, while the yes to it stands."""
    need(viewer, "child")
    latest = {one.subject: one for one in Photo.objects.filter(site=viewer.site).order_by("clock", "id")}
    return {child: one for child, one in latest.items() if "photo" in people.standing_consents(viewer, child)}


def as_came(one: CameFor) -> Came:
    """A row as the rules need it."""
    said = (one.outcome, one.identity, one.child_knows, one.answers_agree)
    return Came(*said, contacts=tuple(one.contacts or ()), decision=one.decision)
