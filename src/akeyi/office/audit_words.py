"""The words for looks: what each entry says was looked at, and which act it was."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from akeyi.access.going_out import EXPORTS, RECIPIENT_NAMES, RECIPIENTS

from .history_words import KINDS

ACT_NAMES = {
    "": _("Everything but changes"),
    "saw": _("Saw"),
    "searched": _("Searched"),
    "exported": _("Took along"),
    "refused": _("Was refused a file"),
    "opened": _("Opened what is sealed"),
    "changed": _("Changed something"),
}
# What an entry says -> the act it was, and the words for it.
ACTS: dict[str, tuple[str, Any]] = {
    "reception page": ("saw", _("Opened a person's page")),
    "correction page": ("saw", _("Opened a person's page to correct it")),
    "own person page": ("saw", _("Opened the page of a person they registered")),
    "referral": ("saw", _("Opened a referral")),
    "worker page": ("saw", _("Opened a worker's page")),
    "list of people": ("saw", _("Opened the list of people")),
    "list of families": ("saw", _("Opened the list of families")),
    "list of referrals": ("saw", _("Opened the list of referrals")),
    "list of households": ("saw", _("Opened the list of households")),
    "copy given": ("exported", _("Gave a person a copy of their file")),
    "copy refused": ("saw", _("Was asked for a person's file, and the answers did not fit")),
    "list of who waits": ("saw", _("Opened the list of who waits and who asked")),
    "children in care": ("saw", _("Opened the list of children in care")),
    "photo": ("saw", _("Opened the photo of a child")),
    "sender: taken": ("exported", _("Took an answer to a sender along")),
    "search": ("searched", _("Searched for a card or a name")),
    "referral printed": ("exported", _("Printed a referral")),
    "complaint": ("saw", _("Opened a complaint")),
    "answer by numbers": ("saw", _("Read the answer to a complaint, for somebody with its numbers")),
    "number": ("saw", _("Looked at the number of somebody to call")),
    "word said": ("saw", _("Heard the right word, and read who it is")),
    "statement opened": ("opened", _("Opened a sealed statement")),
}
for _file, _export in EXPORTS.items():
    ACTS[f"{_file}: refused"] = ("refused", format_lazy("{} · {}", _export.name, _("refused")))
    for _whom in RECIPIENTS:
        ACTS[f"{_file}: {_whom}"] = ("exported", format_lazy("{} · {}", _export.name, RECIPIENT_NAMES[_whom]))
ON_A_PERSON = ("reception page", "correction page", "own person page", "referral", "referral printed", "photo")


def words_of(what: str) -> Any:
    """What was looked at; in the entry's own words where no others are known."""
    return ACTS[what][1] if what in ACTS else what


def words_of_change(kind: str, is_read: bool) -> Any:
    """What was changed. The kind alone would say what stands behind a wall: that a need was seen, a child let go."""
    if not is_read:
        return _("Said something behind a wall that you do not read")
    return KINDS.get(kind, _("Said something about a list, a figure, the site or its workers"))
