"""The words at the office for what a day needs."""

from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from akeyi.assistance.programmes import amount_of

from .crossing import Advice
from .rules import Line

STATION: dict[str, Promise] = {
    "count": _("Counting and cards"),
    "screen": _("First look"),
    "register": _("Registering"),
    "health": _("Health"),
    "protection": _("Private corner"),
    "serve": _("Giving"),
    "cash": _("Cash"),
    "leave": _("Way out"),
}
MODE: dict[str, Promise] = {
    "full": _("Full registration"),
    "quick": _("Quick mode"),
    "household": _("One card a household"),
}
PROPOSED: dict[str, Promise] = {
    "enough": _("The staff is enough for full registration."),
    "quick": _("The staff is short: register in quick mode."),
    "household": _("The staff is short: give each household one card."),
    "more_staff": _("The staff is too short in every mode: it takes more workers."),
}
SOURCE: dict[str, Promise] = {
    "told": _("as announced"),
    "list": _("as the list says"),
    "measured": _("as on earlier days"),
    "default": _("as in other receptions"),
}


def time_left(until: datetime | None, now: datetime) -> str:
    """How long something can still be done; nothing where no hour is known."""
    if until is None:
        return ""
    left = until - now
    if left <= timedelta(0):
        return gettext("the time has passed")
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    if hours >= 48:
        return ngettext("%(n)s day left", "%(n)s days left", hours // 24) % {"n": hours // 24}
    return gettext("%(hours)s h %(minutes)s min left") % {"hours": hours, "minutes": f"{minutes:02d}"}


def money(line: Line) -> str:
    """A sum of cash."""
    return f"{amount_of(line.needed)} {line.what}"


def advised(one: Advice) -> str:
    """What follows from the flow of a lane, as one sentence."""
    said = {"lane": one.lane, "n": one.n, "more": one.more, "station": STATION.get(one.station, "")}
    if one.what == "close":
        text = gettext(
            "Close lane %(lane)s: %(n)s people are in it and not served yet, more than two hours of work at "
            "%(station)s. Open it again in about %(more)s min."
        )
    elif one.what == "grows":
        text = gettext(
            "Lane %(lane)s: %(n)s people more come in an hour than %(station)s takes. Workers missing there: %(more)s. "
            "Or let fewer in."
        )
    elif one.what == "nobody_at":
        text = gettext("Lane %(lane)s: nobody worked at %(station)s in the last hour, and %(n)s people wait.")
    elif one.what == "buses":
        text = gettext("Send %(more)s buses to lane %(lane)s: %(n)s people are served and still here.")
    else:
        text = gettext("Close lane %(lane)s: nobody comes through it. Its workers help another lane.")
    return text % said
