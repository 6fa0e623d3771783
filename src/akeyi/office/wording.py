"""The words on screens for the names that facts use."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from akeyi.arrivals.wording import CHANNEL, GROUPS, HOW, LINE, SEX, STATUS

WORDS: dict[str, Promise] = {
    **HOW,
    **STATUS,
    **GROUPS,
    **CHANNEL,
    **SEX,
    **LINE,
    # The columns of every board
    "expected": _("Expected"),
    "on_the_plane": _("On the plane (carrier says)"),
    "counted": _("Counted"),
    "second_counter": _("Second counter"),
    "registered": _("Registered"),
    "served": _("Served"),
    "inside": _("Inside"),
    "left": _("Left"),
    # How people leave
    "own_way": _("On their own way"),
    "own_wish": _("By own wish"),
    "collected": _("Collected by family or friends"),
    "on_a_trip": _("On a trip we organised"),
    "hospital": _("To a hospital"),
    "shelter": _("To a shelter"),
    "taken_by_authorities": _("Taken by authorities"),
    "died": _("Died"),
    "left_unseen": _("Left unseen"),
    # Counts that can be taken back
    "taps": _("Taps"),
    "vehicle": _("Vehicle"),
    "sweep": _("The hall counted again"),
    "outside": _("Waiting outside"),
    "household_arrived": _("Household opened, card"),
    "household_joined": _("Joined a household, card"),
    "household_split": _("Went on with another card, from household"),
    # Places
    "airport": _("Airport"),
    "land_crossing": _("Land crossing"),
    "port": _("Port"),
}


def word(name: str | None) -> Promise | str:
    """The word for a name; the name itself where a newer tablet knows one that this server does not."""
    return WORDS.get(name or "", name or "")
