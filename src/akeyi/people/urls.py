"""Addresses of the office pages about people."""

from django.urls import path

from akeyi.access import addresses

from .pages import badges, card, consent, correct, list, questions

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/workers/day-badges/", badges.printed_ahead, name="day-badges"),
    path("office/workers/day-badges/<id:id>/cancel", badges.cancel_sheet, name="day-badges-cancel"),
    path("office/workers/<id:id>/badge", badges.badge, name="worker-badge"),
    path("office/people/", list.people, name="people"),
    path("office/people/families/", list.families, name="families"),
    path("office/people/households/", list.households, name="households"),
    path("office/people/questions/", questions.questions, name="questions"),
    path("office/people/<id:id>/choose", questions.choose, name="question-choose"),
    path("office/people/<id:id>/correct/", correct.correct, name="person-correct"),
    path("office/people/<id:id>/card", card.replace, name="card-replace"),
    path("office/people/<id:id>/card/undo", card.undo, name="card-undo"),
    path("office/people/<id:id>/consent/withdraw", consent.withdraw, name="consent-withdraw"),
    path("office/notices/", consent.notices, name="notices"),
]
