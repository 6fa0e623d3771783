"""A service that was sent somebody and has not helped in time is written to, once: the letter names nobody."""

from collections import defaultdict
from datetime import datetime

from . import mail, queries, rules
from .models import Link


def send_due(now: datetime) -> int:
    """Sends one letter to each service for which something is overdue; gives how many went out.

    Who was sent by voice has no link: the list at the office says it. What could not be handed over is tried again.
    """
    if not mail.is_possible():
        return 0
    waits: dict[str, list[str]] = defaultdict(list)
    for link in Link.objects.filter(ended_at=None, reminded_at=None):
        shown = queries.of_link(link.site, link.wall, link.referral)
        to = shown and shown.service and shown.service.email
        # A link that was made when the time had passed already was a reminder itself.
        if shown and to and link.made_at < shown.due and rules.is_overdue(shown.state, shown.due, now):
            waits[to].append(link.token_hash)
    sent = 0
    for to, links in waits.items():
        if mail.remind(to):
            Link.objects.filter(token_hash__in=links).update(reminded_at=now)
            sent += 1
    return sent
