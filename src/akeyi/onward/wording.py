"""The words on pages for what is said of roads and trips."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATUSES: dict[str, Promise] = {"open": _("Road open"), "unknown": _("Nobody knows"), "closed": _("Road closed")}
STATES: dict[str, Promise] = {"here": _("Still here"), "under_way": _("Under way"), "arrived": _("Arrived")}
HEARD: dict[str, Promise] = {
    "arrived": _("They have arrived"),
    "on_the_way": _("Still on the way"),
    "turned_back": _("They turned back and are here again"),
    "trouble": _("They are in trouble"),
}
NIGHTS: dict[str, Promise] = {
    "women": _("Beds for women"),
    "men": _("Beds for men"),
    "families": _("Beds for families"),
    "waits": _("They wait"),
}
