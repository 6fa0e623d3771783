"""What a reception day tells: its kinds, how often each, and by whom."""

# Between them they read behind every wall of a tablet, as the mix of kinds writes behind all.
ROLES = ("manager", "cash", "health", "child_protection", "protection")
# Facts told about one person of the demo day, roughly: what stands once is told for everybody, the rest for every nth.
EVERYBODY = [
    "arrivals.tally", "people.reception", "people.reception", "assistance.hand_out", "assistance.hand_out",
    "onward.exit",
]  # fmt: skip
EVERY_NTH = {
    "arrivals.line": 1, "people.consent": 2, "assistance.hand_out": 3, "people.came": 3, "people.card_returned": 3,
    "children.carer": 4, "people.household_move": 10, "access.read": 10, "journal.void": 40, "arrivals.sweep": 50,
    "people.card_replaced": 60, "people.card_swapped": 80, "arrivals.arrival": 60, "arrivals.waiting_outside": 60,
    "arrivals.expected": 90, "children.release": 90, "people.roll": 50, "children.release_code": 200,
    "children.release_review": 200, "arrivals.manifest": 100, "assistance.item": 300, "access.worker": 300,
    "access.device": 300, "office.handover": 300, "figures.closing": 300, "people.series": 300, "access.site": 900,
    "people.consent_health": 40, "people.consent_child": 90, "people.consent_protection": 20,
    "screening.last_word": 1, "screening.triage": 15, "screening.health_need": 45, "screening.request": 60,
    "screening.seen": 90, "screening.protection_need": 90, "screening.answer_protection": 90, "screening.met": 180,
    "screening.child_need": 180, "assistance.movement": 40, "assistance.store": 300, "assistance.programme": 300,
    "referrals.service": 100, "access.organisation": 100,
}  # fmt: skip
