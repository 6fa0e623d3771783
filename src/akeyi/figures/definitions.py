"""What each number of a report says: one definition, in four languages, beside the number wherever it stands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from akeyi.arrivals.groups import GROUPS


@dataclass(frozen=True)
class Definition:
    """A number's name on screen and what it counts."""

    name: Any
    says: Any


COLUMNS = {
    "expected": Definition(_("Expected"), _("People whom others announced; their latest word counts.")),
    "on_the_plane": Definition(
        _("On the plane (carrier says)"), _("People whom the carrier said to be on the way; its latest word counts.")
    ),
    "counted": Definition(
        _("Counted"),
        _("People counted one by one as they came in, without a name. A second count to compare is not added."),
    ),
    "registered": Definition(
        _("Registered"), _("People with a card of their own who gave a name or chose to go by card only.")
    ),
    "served": Definition(
        _("Served"), _("People who received at least one item; of a household with one card, everybody on it.")
    ),
    "inside": Definition(
        _("Inside"),
        _("Those counted or those known by card, whichever is more, less those who left and those left unseen."),
    ),
    "left": Definition(_("Left"), _("People whose leaving was recorded; each person once.")),
    "left_unseen": Definition(
        _("Left unseen"),
        _(
            "People inside by what was told up to the last count of the hall, less those found there; a later count"
            " tells it anew. A number, never a guess about one person."
        ),
    ),
}
COUNTED_GROUPS = {
    "woman": _("Counted: women"),
    "man": _("Counted: men"),
    "girl": _("Counted: girls"),
    "boy": _("Counted: boys"),
    "baby_girl": _("Counted: baby girls"),
    "baby_boy": _("Counted: baby boys"),
    "not_seen": _("Counted: not seen"),
}
EXITS = {
    "own_way": _("Left: own way"),
    "own_wish": _("Left: own wish"),
    "collected": _("Left: collected"),
    "on_a_trip": _("Left: on a trip"),
    "hospital": _("Left: hospital"),
    "shelter": _("Left: shelter"),
    "taken_by_authorities": _("Left: taken by authorities"),
    "died": _("Left: died"),
    "left_unseen": _("Left: seen by nobody, said at the door"),
}
_BY_SIGHT = _("Part of those counted: sex and age as seen, never asked.")
_NOT_SEEN = _("Part of those counted: sex and age could not be seen.")
_EXIT = _("Part of those who left: how, as it was recorded at the door.")
_ITEM = _("Pieces given, to people of this arrival; what was taken back is not in it.")


def definition(key: str, items: dict[str, str]) -> Definition:
    """The definition of one number by its key; `items`: names of items by id."""
    kind, _dot, name = key.partition(".")
    if kind == "group":
        return Definition(COUNTED_GROUPS.get(name, name), _NOT_SEEN if name == "not_seen" else _BY_SIGHT)
    if kind == "exit":
        return Definition(EXITS.get(name, name), _EXIT)
    if kind == "item":
        return Definition(_Given(items.get(name, "–")), _ITEM)
    return COLUMNS.get(key, Definition(key, ""))


class _Given:
    """`Given: Hygiene kit`, in the language of whoever looks."""

    def __init__(self, item: str) -> None:
        self.item = item

    def __str__(self) -> str:
        return str(_("Given: %(item)s")) % {"item": self.item}


def in_order(keys: set[str], items: dict[str, str]) -> list[str]:
    """Keys as reports list them: the columns, then groups, items by name, exits; what is unknown last."""
    groups = [f"group.{name}" for name in GROUPS]
    given = sorted((key for key in keys if key.startswith("item.")), key=lambda key: items.get(key[5:], ""))
    exits = [f"exit.{name}" for name in EXITS]
    known = [*COLUMNS, *groups, *given, *exits]
    return [key for key in known if key in keys] + sorted(keys - set(known))
