"""The words on screens for what facts say about arrivals."""

from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HOW: dict[str, Promise] = {
    "flight": _("Flight"),
    "boat": _("Boat"),
    "bus_convoy": _("Bus convoy"),
    "truck": _("Truck"),
    "on_foot": _("On foot"),
}
STATUS: dict[str, Promise] = {
    "announced": _("Announced"),
    "confirmed": _("Confirmed"),
    "under_way": _("Under way"),
    "landed": _("Landed"),
    "met": _("Met"),
    "closed": _("Closed"),
    "cancelled": _("Cancelled"),
    "diverted": _("Diverted"),
    "landed_elsewhere": _("Landed elsewhere"),
}
GROUPS: dict[str, Promise] = {
    "woman": _("Women"),
    "man": _("Men"),
    "girl": _("Girls"),
    "boy": _("Boys"),
    "baby_girl": _("Baby girls"),
    "baby_boy": _("Baby boys"),
    "not_seen": _("Not seen"),
}
CHANNEL: dict[str, Promise] = {
    "phone": _("Phone call"),
    "message": _("Message (WhatsApp, SMS)"),
    "email": _("E-mail"),
    "radio": _("Radio"),
    "in_person": _("In person"),
    "other": _("Another way"),
}
SEX: dict[str, Promise] = {"female": _("Female"), "male": _("Male"), "unknown": _("Not said")}

# What a line of a list holds.
LINE: dict[str, Promise] = {
    "family_name": _("Family name"),
    "given_names": _("Given names"),
    "sex": _("Sex"),
    "birth_date": _("Date of birth"),
    "age": _("Age"),
    "nationality": _("Nationality"),
    "document_number": _("Document"),
    "family_group": _("Family group"),
}


def label_of(how: str, lane: str | None, now: datetime) -> str:
    """What the hall calls an arrival that nobody announced: how they come, through which lane, since when."""
    return " ".join(part for part in (str(HOW[how]), lane or "", f"{timezone.localtime(now):%H:%M}") if part)[:40]
