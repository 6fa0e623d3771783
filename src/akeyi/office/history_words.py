"""The words in which a person's history is told: for each kind of fact, each detail of it, and what a detail may be."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.people.wording import LANGUAGES, PURPOSE_NAMES

KINDS = {
    "people.reception": _("Registered or corrected"),
    "people.card_replaced": _("Card replaced"),
    "people.card_swapped": _("Crossed cards put right"),
    "people.card_returned": _("Card came back"),
    "people.household_move": _("People of the household changed"),
    "people.came": _("Said how they came"),
    "people.consent": _("Consent"),
    "people.consent_health": _("Consent"),
    "people.consent_child": _("Consent"),
    "people.consent_protection": _("Consent"),
    "children.carer": _("Who looks after the child"),
    "children.release": _("Child released"),
    "children.release_review": _("Release looked at"),
    "assistance.hand_out": _("Given"),
    "onward.exit": _("Left"),
    "access.read": _("This page was opened"),
    "journal.void": _("Taken back"),
    "journal.decision": _("Decided about a withdrawn tablet"),
    "journal.erase": _("Erased"),
}
DETAILS = {
    "item": _("Item"),
    "quantity": _("How many"),
    "override": _("Why again"),
    "how": _("How"),
    "how_came": _("How"),
    "with_whom": _("With whom"),
    "people": _("People"),
    "groups": _("People"),
    "why": _("Why"),
    "old_card": _("Old card"),
    "new_card": _("New card"),
    "other": _("Other card"),
    "carer": _("Card of the adult"),
    "to": _("To"),
    "name": _("Name"),
    "reason": _("Why"),
    "note": _("What was found out"),
    "purpose": _("What for"),
    "answer": _("Answer"),
    "language": _("Language"),
    "is_interpreted": _("With an interpreter"),
    "proxy": _("Who answered for them"),
    "proxy_why": _("Why they could not"),
    "notice": _("Version read out"),
    "verdict": _("Decision"),
}
# Ids and lists of facts say nothing to people.
NOT_SHOWN = {
    "saw",
    "new_reception",
    "source",
    "target",
    "facts",
    "code_hash",
    "second_worker",
    "what",
    "roll",
    "line",
    "release",
    "withdraws",
}
# Where a detail is one of a few, and its word depends on which detail it is.
VALUES: dict[str, dict[str, Any]] = {
    "how": {
        "said": _("By word"),
        "written": _("In writing"),
        "implied": _("Understood"),
        "proxy": _("By somebody else"),
    },
    "how_came": {
        "deported": _("Sent back"),
        "pushed_back": _("Turned back at the border"),
        "voluntary": _("By own choice"),
        "other": _("Another way"),
        "not_said": _("Not said"),
    },
    "why": {
        "arrived": _("Came together"),
        "joined": _("Joined"),
        "split": _("Went apart"),
        "registered": _("Got a card of their own"),
    },
    "override": {
        "lost": _("Lost"),
        "damaged": _("Damaged"),
        "shared": _("Given to somebody"),
        "other": _("Another reason"),
    },
    "to": {
        "adult": _("An adult"),
        "service": _("A service"),
        "ambulance": _("An ambulance"),
        "nobody": _("Nobody: the child died"),
    },
    "answer": {"yes": _("Yes"), "no": _("No"), "withdrawn": _("Taken back")},
    "purpose": PURPOSE_NAMES,
    "proxy": {
        "parent": _("A parent"),
        "relative": _("Another relative"),
        "guardian": _("A guardian"),
        "child_protection": _("A child-protection worker"),
    },
    "proxy_why": {"child": _("A child"), "too_ill": _("Too ill"), "cannot_say": _("Cannot speak or understand")},
    "verdict": {"taken_in": _("Taken in"), "refused": _("Refused")},
    "language": LANGUAGES,
}
a_newer_kind = _("Something this server does not understand yet")
