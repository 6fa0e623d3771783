"""What stands around every office page: the site, who is signed in, and the pages they may open."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES, ROUNDED

from . import waits


@dataclass(frozen=True)
class Link:
    """One page in the navigation."""

    path: str
    name: object
    is_current: bool = False


@dataclass(frozen=True)
class Frame:
    """Around one page."""

    site: str = ""
    place: str = ""
    worker: str = ""
    links: list[Link] = field(default_factory=list)


# Instead of a wall: for whoever gives colleagues a role for a shift.
GRANTS = "grants"
# Whoever publishes forms, or reads the answers to some.
FORMS = "forms"
# Whoever says how long things are kept, and whoever watches over it.
KEEPS = "keeps"
# Whoever comes to those who wait or asked.
WAITS = "waits"

# Whoever sends people to services.
REFERS = "refers"

# Whoever works with money, and the manager for sums.
FLOATS = "floats"

# Whoever sees numbers, where people come side by side.
LANES = "lanes"

# (path, name, the wall one must read behind, the duty one must have)
PAGES = (
    ("/office/mission/", _("At a glance"), None, "mission"),
    ("/office/", _("Board"), FIGURES, None),
    ("/office/arrivals/", _("Arrivals"), FIGURES, None),
    ("/office/crossing/", _("Lanes"), LANES, None),
    ("/office/plan/", _("Plan of a day"), "assistance", None),
    ("/office/rounded/", _("Rounded figures"), ROUNDED, None),
    ("/office/own/", _("People you registered"), ROUNDED, None),
    ("/office/people/", _("People"), "reception", None),
    ("/office/waiting/", _("Who waits"), WAITS, None),
    ("/office/care/", _("Children in care"), "child", None),
    ("/office/children/", _("Children who leave"), "child", None),
    ("/office/referrals/", _("Referrals"), REFERS, None),
    ("/office/services/", _("Services"), "reception", None),
    ("/office/roads/", _("Roads"), "reception", None),
    ("/office/trips/", _("Trips"), "reception", None),
    ("/office/nights/", _("The night"), "reception", None),
    ("/office/property/", _("Bags"), "reception", None),
    ("/office/handover/", _("Handover"), "reception", None),
    ("/office/closing/", _("Closing"), FIGURES, None),
    ("/office/items/", _("Items"), "assistance", None),
    ("/office/stock/", _("Stock"), "assistance", None),
    ("/office/programmes/", _("Programmes"), "assistance", None),
    ("/office/cash/", _("Still owed"), "cash", None),
    ("/office/floats/", _("Floats"), FLOATS, None),
    ("/office/forms/", _("Forms"), FORMS, None),
    ("/office/complaints/", _("Complaints"), "sealed", "complaints"),
    ("/office/complaints/numbers", _("Complaints in numbers"), None, "site"),
    ("/office/complaints/answer", _("Answer to a complaint"), "reception", None),
    ("/office/calls/", _("Calls"), "sealed", "calls"),
    ("/office/calls/numbers", _("Calls in numbers"), FIGURES, None),
    ("/office/sealed/", _("Sealed statements"), "sealed", "boxes"),
    ("/office/notices/", _("Read aloud"), "reception", None),
    ("/office/going-out/", _("Going out"), "protection", None),
    ("/office/sender/", _("Answer to a sender"), None, "sender"),
    ("/office/workers/", _("Workers"), None, "access"),
    ("/office/granting/", _("Second word"), GRANTS, None),
    ("/office/tablets/", _("Tablets"), None, "access"),
    ("/office/sites/", _("Sites"), None, "access"),
    ("/office/aside/", _("Set aside"), None, "site"),
    ("/office/audit/", _("Who looked"), None, "audit"),
    ("/office/retention/", _("How long"), KEEPS, None),
)


def frame(viewer: Viewer | None, path: str) -> Frame:
    """Nothing of the office is named to whoever is not signed in."""
    if viewer is None:
        return Frame()
    site = access.site(viewer.site) or {}
    may = [
        (to, name)
        for to, name, wall, duty in PAGES
        if (wall is None or viewer.reads(wall) or _opens(viewer, wall)) and (not duty or viewer.has_duty(duty))
    ]
    # One's own sign-in stands in no list of pages.
    under = "" if path.startswith("/office/my/") else path
    current = max((to for to, _name in may if under.startswith(to)), key=len, default="")
    return Frame(
        site=site.get("name") or "",
        place=site.get("place") or "",
        worker=access.name_of(viewer.worker),
        links=[Link(to, name, to == current) for to, name in may],
    )


def _opens(viewer: Viewer, what: str) -> bool:
    """The manager makes the codes with which children are released, without reading behind their wall."""
    if what == REFERS:
        return any(viewer.reads(wall) for wall in ("health", "child", "protection"))
    if what == FLOATS:
        return viewer.is_manager or viewer.reads("cash")
    if what == FORMS:
        return viewer.has_duty("forms") or viewer.reads("reception")
    if what == KEEPS:
        return viewer.is_manager or viewer.has_duty("audit")
    if what == LANES:
        return viewer.sees_figures and bool(access.lanes(viewer.site))
    if what == WAITS:
        return waits.opens(viewer)
    return viewer.may_vouch if what == GRANTS else viewer.is_manager and what == "child"
