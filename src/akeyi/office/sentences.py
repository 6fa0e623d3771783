"""Sentences about what is open and who was heard, in the language of the answer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .languages import language, moment_near
from .rules import HEARD_WITHIN, Heard, Point

COUNTED: dict[str, Callable[[int], str]] = {
    "not_registered": lambda n: ngettext("%(n)s counted, not registered", "%(n)s counted, not registered", n),
    "not_served": lambda n: ngettext("%(n)s registered, nothing given yet", "%(n)s registered, nothing given yet", n),
    "not_seen": lambda n: ngettext("%(n)s on the list not seen", "%(n)s on the list not seen", n),
    "closed_inside": lambda n: ngettext(
        "Closed with %(n)s person still inside", "Closed with %(n)s people still inside", n
    ),
}


def point(one: Point, now: datetime) -> str:
    """One open thing as a short sentence without a full stop."""
    if one.what in COUNTED:
        return COUNTED[one.what](one.people) % {"n": one.people}
    if one.at is not None:
        said = {"time": moment_near(one.at, now, language())}
        said["was"] = moment_near(one.was, now, language()) if one.was else ""
        if one.what == "late":
            if one.was:
                return _("was due %(time)s (before: %(was)s), not here yet") % said
            return _("was due %(time)s, not here yet") % said
        return (_("due %(time)s (was %(was)s)") if one.was else _("due %(time)s")) % said
    return {
        "no_eta": _("no time of arrival said yet"),
        "not_counted": _("here, nobody counted yet"),
        "cancelled": _("cancelled"),
        "landed_elsewhere": _("landed elsewhere"),
    }[one.what]


def open_sentence(points: Iterable[Point], now: datetime) -> str:
    """All open things of an arrival; says so where there are none."""
    said = [point(one, now) for one in points]
    return " · ".join(said) if said else _("nothing open")


def heard_sentence(heard: Heard, now: datetime) -> str:
    """Which tablets these numbers come from."""
    minutes = int(HEARD_WITHIN.total_seconds() // 60)
    if not heard.total:
        return _("no tablet is known yet")
    if not heard.silent:
        said = ngettext(
            "the one tablet heard within %(minutes)s minutes",
            "all %(total)s tablets heard within %(minutes)s minutes",
            heard.total,
        )
    else:
        said = ngettext(
            "%(recent)s of %(total)s tablet heard within %(minutes)s minutes",
            "%(recent)s of %(total)s tablets heard within %(minutes)s minutes",
            heard.total,
        )
    return said % {"total": heard.total, "recent": heard.recent, "minutes": minutes}


def heard_from(heard: Heard, now: datetime) -> dict[str, Any]:
    """From how many tablets the numbers of a page come, and which are silent."""
    return {
        "heard": heard,
        "heard_sentence": heard_sentence(heard, now),
        "silent": [silent_sentence(label, since, now) for label, since in heard.silent],
    }


def silent_sentence(label: str, since: datetime | None, now: datetime) -> str:
    """One tablet that is not heard."""
    if since is None:
        return _("%(tablet)s not heard yet") % {"tablet": label}
    return _("%(tablet)s not since %(time)s") % {"tablet": label, "time": moment_near(since, now, language())}
