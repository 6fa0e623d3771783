"""When what is sealed goes: boxes, complaints and numbers, each by a rule of its own. Nobody at a site says another.

A manager who could shorten it would erase what is said about them.
"""

from datetime import date, datetime

from django.utils import timezone

from . import calls, rules
from .models import Complaint, HandedOver, Handling, Opened, Sealed, SealedPiece
from .queries import WAITS_AT_MOST, day_of


def due(site: str, day: date) -> list[str]:
    """The boxes, complaints and numbers of a site that go in the first hour of a day, or went before."""
    opened = dict(Opened.objects.filter(site=site).order_by("at").values_list("subject", "at"))
    # What is inside stays closed: only the days are read.
    told = dict(Sealed.objects.filter(site=site).values_list("id", "at"))
    boxes = {id: max(at, opened.get(id, at)) for id, at in told.items()}
    found = [id for id, at in boxes.items() if rules.box_goes_on(day_of(at)) <= day]
    # A piece says of no box that it is its own: it goes with the last box of its day.
    of_day: dict[datetime, datetime] = {}
    for id, at in told.items():
        of_day[at] = max(of_day.get(at, at), boxes[id])
    pieces = SealedPiece.objects.filter(site=site).values_list("id", "at")
    found += [id for id, at in pieces if rules.box_goes_on(day_of(of_day.get(at, at))) <= day]
    handled = {one.subject: one for one in Handling.objects.filter(site=site)}
    for id, at in Complaint.objects.filter(site=site).values_list("id", "at"):
        one = handled.get(id)
        closed = day_of(one.last_at) if one and one.is_closed else None
        if rules.complaint_goes_on(day_of(at), closed) <= day:
            found.append(id)
    return [*found, *calls.gone_by(site, day)]


def followed(site: str) -> dict[str, date]:
    """Until when each reception stays because its person agreed to be called."""
    return calls.followed(site)


def drop_what_was_left() -> None:
    """What a first holder left, and the second one did not come for; calls that nobody ended."""
    calls.drop_calls_left_open()
    HandedOver.objects.filter(at__lt=timezone.now() - WAITS_AT_MOST).delete()
