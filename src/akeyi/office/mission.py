"""What the head of a mission is told on a phone: five numbers, each with a sentence, and of nobody.

In a small hall a number is a person, and whoever reads this learns that somebody is red. They learn it all the same:
they alone can send a second doctor, a bus or money tonight, and they stand in no hall where they could look for whom.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from akeyi.access.viewer import Viewer, need_duty
from akeyi.assistance import paying
from akeyi.assistance import queries as assistance
from akeyi.figures import queries as figures
from akeyi.onward import queries as onward

from . import care, waits
from .languages import day_month, language, moment_near


@dataclass(frozen=True)
class Line:
    """One number and what it is about. `is_urgent`: somebody should act now."""

    number: str
    sentence: str
    is_urgent: bool = False


def lines(viewer: Viewer, now: datetime) -> list[Line]:
    """The lines, in the order in which they are read."""
    need_duty(viewer, "mission")
    told: tuple[Callable[[Viewer, datetime], Line], ...] = (_inside, _red, _alone, _owed, _closes_next)
    return [line(viewer, now) for line in told]


def _inside(viewer: Viewer, _now: datetime) -> Line:
    board = figures.board(viewer.site)
    n = board.total(list(board))["inside"]
    if n is None:
        return Line("–", _("inside: nobody was counted yet"))
    return Line(str(n), ngettext("person is inside", "people are inside", n))


def _red(viewer: Viewer, now: datetime) -> Line:
    late = waits.red_too_long(viewer, now)
    if not late:
        return Line("0", _("red and waiting for over 10 minutes"))
    said = ngettext(
        "red, and nobody came for %(minutes)s minutes",
        "red, and nobody came for up to %(minutes)s minutes",
        len(late),
    )
    return Line(str(len(late)), said % {"minutes": late[0]}, is_urgent=True)


def _alone(viewer: Viewer, now: datetime) -> Line:
    alone = care.with_nobody(viewer, now)
    if not alone:
        return Line("0", _("children with whom somebody has to be, and nobody is"))
    said = ngettext(
        "child alone with nobody for %(minutes)s minutes",
        "children alone with nobody for up to %(minutes)s minutes",
        len(alone),
    )
    return Line(str(len(alone)), said % {"minutes": alone[0]}, is_urgent=True)


def _owed(viewer: Viewer, now: datetime) -> Line:
    sums = paying.sums(viewer, now)
    if sums.oldest is None:
        return Line("0", _("promises of money still owed"))
    left = " · ".join(f"{amount} {currency}" for currency, amount in sums.by_currency.items())
    said = ngettext(
        "still owed: %(left)s, the oldest for %(days)s day",
        "still owed: %(left)s, the oldest for %(days)s days",
        sums.oldest,
    )
    return Line(str(sums.count), said % {"left": left, "days": sums.oldest})


def _closes_next(viewer: Viewer, now: datetime) -> Line:
    today = timezone.localtime(now).date()
    last = {one.subject: one.until for one in assistance.published(viewer.site)}
    ends = [until for until in last.values() if until and until >= today]
    road = onward.road_until(viewer, now)
    if road and (not ends or timezone.localtime(road).date() <= min(ends)):
        return Line(
            moment_near(road, now, language()), _("closes next: an open road, of which nobody knows after that")
        )
    if not ends:
        return Line("–", _("closes next: no programme has an end"))
    day = min(ends)
    n = ends.count(day)
    if day == today:
        return Line(_("today"), ngettext("%(n)s programme ends", "%(n)s programmes end", n) % {"n": n}, is_urgent=True)
    said = ngettext("closes next: %(n)s programme ends", "closes next: %(n)s programmes end", n)
    return Line(day_month(day, language()), said % {"n": n})
