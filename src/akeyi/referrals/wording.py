"""The words on screens for services and referrals."""

from django.utils.translation import gettext_lazy as _

NEEDS = {
    "medical": _("Hospital or clinic"),
    "mental_health": _("Somebody to talk to about distress"),
    "private_care": _("Private service"),
    "child_care": _("Child protection"),
    "shelter": _("A place to sleep"),
    "tracing": _("Looking for family"),
    "documents": _("Papers"),
    "livelihood": _("Work and training"),
    "legal_aid": _("Legal aid"),
    "asylum": _("UN refugee agency"),
    "consulate": _("Consulate"),
    "other": _("Something else"),
}
PRIORITIES = {
    "emergency": _("Within 24 hours"),
    "urgent": _("Within 72 hours"),
    "normal": _("Within 2 weeks"),
}
STATES = {
    "told": _("Not sent yet"),
    "sent": _("Sent, no answer"),
    "acknowledged": _("Received"),
    "accepted": _("Accepted"),
    "rejected": _("Not accepted"),
    "done": _("Done, says the receiver"),
    "withdrawn": _("Taken back, or not agreed to"),
}
STEPS = {
    "sent": _("Sent"),
    "acknowledged": _("Received"),
    "accepted": _("Accepted"),
    "rejected": _("Not accepted"),
    "done": _("Done"),
    "deleted": _("Told that it was taken back"),
}
BY = {"link": _("by the link"), "paper": _("on paper"), "voice": _("by voice")}
REASONS = {
    "full": _("No place left"),
    "not_ours": _("Not what we do"),
    "too_far": _("Too far away"),
    "not_reached": _("Person not reached"),
    "no_longer_wished": _("Person no longer wishes it"),
    "other": _("Another reason"),
}
WALLS = {"health": _("Health"), "child": _("Child protection"), "protection": _("Protection")}
