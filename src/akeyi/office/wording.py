"""The words on screens for the names that facts use."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    # How people come
    "flight": _("Flight"),
    "boat": _("Boat"),
    "bus_convoy": _("Bus convoy"),
    "truck": _("Truck"),
    "on_foot": _("On foot"),
    # Where an arrival stands
    "announced": _("Announced"),
    "confirmed": _("Confirmed"),
    "under_way": _("Under way"),
    "landed": _("Landed"),
    "met": _("Met"),
    "closed": _("Closed"),
    "cancelled": _("Cancelled"),
    "diverted": _("Diverted"),
    "landed_elsewhere": _("Landed elsewhere"),
    # Groups that can be told apart by eye
    "woman": _("Women"),
    "man": _("Men"),
    "girl": _("Girls"),
    "boy": _("Boys"),
    "baby_girl": _("Baby girls"),
    "baby_boy": _("Baby boys"),
    "not_seen": _("Not seen"),
    # The columns of every board
    "expected": _("Expected"),
    "on_the_plane": _("On the plane (carrier says)"),
    "counted": _("Counted"),
    "registered": _("Registered"),
    "served": _("Served"),
    "inside": _("Inside"),
    "left": _("Left"),
    # Sex, as a list says it
    "female": _("Female"),
    "male": _("Male"),
    "unknown": _("Not said"),
    # Places
    "airport": _("Airport"),
    "land_crossing": _("Land crossing"),
    "port": _("Port"),
}


def word(name: str | None) -> object:
    """The word for a name; the name itself where a newer tablet knows one that this server does not."""
    return WORDS.get(name or "", name or "")
