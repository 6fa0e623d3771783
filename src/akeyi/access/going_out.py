"""What may leave in a file: which fields, for which kind of recipient. This table is the only place that decides.

An authority that sends people back is no kind of recipient, and whoever pays it, works for it or speaks for it counts
as one. `docs/going-out.md` says the same in words; a test finds every file and every command that this list forgets.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

FIELD_NAMES = {
    "rounded": _("Numbers in bands of ten"),
    "figures": _("Numbers as they are, small ones too"),
    "answers": _("What single people answered, without name and card"),
    "card": _("The number of a card"),
}
# Kind of recipient -> the fields that it may get.
RECIPIENTS: dict[str, frozenset[str]] = {
    "team": frozenset({"rounded", "figures", "answers", "card"}),
    "service": frozenset({"rounded", "answers"}),
    "partner": frozenset({"rounded", "figures"}),
    "host": frozenset({"rounded"}),
    "public": frozenset({"rounded"}),
}
# Offered at every file so that it can be said plainly, and refused always.
SENDER = "sender"
RECIPIENT_NAMES = {
    "team": _("Our own team, for its work here"),
    "service": _("A service that cares for these people here"),
    "partner": _("Partners in coordination"),
    "host": _("An authority of this country"),
    "public": _("Donors and the public"),
    SENDER: _("An authority that sends people back, or its donor, contractor or embassy"),
}
# Words in a recipient's name that make it one of those, whatever kind was chosen.
SENDERS = re.compile(
    r"embass|ambassade|embajad|anbasad|consul|konsil|deport|expuls|border (patrol|guard)"
    r"|immigration (enforcement|and customs)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Export:
    """One file. `needs`: without these it is none; `may`: what it holds too where the recipient may have it."""

    name: Any
    needs: frozenset[str]
    may: frozenset[str]


EXPORTS = {
    "answers": Export(_("Answers to a form"), frozenset({"answers"}), frozenset({"card"})),
    "closing": Export(_("Numbers of a day"), frozenset({"rounded"}), frozenset({"figures"})),
}
# Address -> the file it gives, by this list.
DOORS = {"answers-csv": "answers", "answers-xlsx": "answers", "closing-csv": "closing"}
# Files that hold nothing about anybody who was received, nor how many were; and why.
ABOUT_NOBODY = {
    "authority.crt": "the certificate of the server",
    "day-badges": "badges of volunteers",
    "plan-paper": "what is prepared for people who are not here yet",
    "worker-badge": "a worker's own badge",
    "workers-template": "an empty table",
}
# Told to a service item by item, each with the person's yes to exactly that (room `referrals`).
BY_CONSENT = {"referral-paper": "the referral that the person carries"}
# Part of a page, behind its wall: kept by nobody who looks.
SHOWN = {"child-photo": "a child who cannot say their name, on the page of child protection"}
# The one thing a sender is told, of which no word can be typed.
FIXED = {"sender-answer": "how many arrived, of how many, and whether anybody was hurt aboard"}
# What the machine's own commands write, for whoever holds the machine and so everything already.
COMMANDS = {
    "backup": "a copy of the database, for the site's own safe",
    "board": "figures on the machine's own screen",
    "cards": "numbers that are nobody's yet",
    "code": "a worker's one-time code",
    "contracts": "nothing of a site",
    "demo": "invented people",
    "encrypt": "the database itself, under a key",
    "forms": "forms without answers",
    "journal": "whether the journal is whole",
    "keys": "keys, never what they open",
    "manifest": "a list that others sent, read aloud",
    "plan": "a day that was never lived",
    "notices": "texts that are read out",
    "openapi": "nothing of a site",
    "places": "how many places there are",
    "reminders": "letters to services that name nobody",
    "retention": "how many facts go",
    "serve": "logs without names",
    "site": "a site and its first manager",
    "tablet": "a code for a tablet",
}


def may_have(export: str, recipient: str, named: str = "") -> frozenset[str] | None:
    """The fields that a recipient gets of a file; None: refused."""
    asked = EXPORTS[export]
    allowed = RECIPIENTS.get(recipient, frozenset())
    if SENDERS.search(named) or not asked.needs <= allowed:
        return None
    return (asked.needs | asked.may) & allowed


assert all(fields <= set(FIELD_NAMES) for fields in RECIPIENTS.values())
assert set(RECIPIENT_NAMES) == {*RECIPIENTS, SENDER}
