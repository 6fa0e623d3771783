"""What other rooms and pages may ask about carers, releases of children and the codes that allow them."""

from dataclasses import dataclass

from akeyi.access.viewer import Viewer, need

from . import rules
from .models import Carer, Release, ReleaseCode, ReleaseReview


def carer_of(viewer: Viewer, child: str) -> str | None:
    """The reception of the adult who looks after a child."""
    need(viewer, "reception")
    return Carer.objects.filter(site=viewer.site, subject=child).values_list("carer", flat=True).first()


def children_of(viewer: Viewer, adult: str) -> list[str]:
    """The children whom an adult looks after."""
    need(viewer, "reception")
    return list(Carer.objects.filter(site=viewer.site, carer=adult).values_list("subject", flat=True))


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
    """A release somebody must look at, and why: ambulance, code_unknown, code_twice."""

    release: Release
    why: str


def to_review(site: str) -> list[ToReview]:
    """Releases that nobody has looked at and somebody must, the oldest first."""
    releases = list(Release.objects.filter(site=site).order_by("at", "id"))
    made = {one.code_hash for one in ReleaseCode.objects.filter(site=site)}
    twice = set(rules.used_more_than_once([(one.code_hash, one.id) for one in releases if one.code_hash]))
    reviewed = set(ReleaseReview.objects.filter(site=site).values_list("release", flat=True))
    found = []
    for one in releases:
        why = rules.must_be_reviewed(one.to, one.code_hash, made, twice)
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
