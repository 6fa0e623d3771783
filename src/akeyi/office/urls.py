"""Addresses of the office pages that need several rooms, and of the frame."""

from django.urls import path
from django.views.i18n import set_language

from akeyi.access import addresses

from .pages import (
    add_tablet,
    arrival,
    aside,
    audit,
    board,
    counts,
    first,
    handover,
    held,
    in_care,
    lost_tablet,
    mission,
    own,
    reception,
    waiting,
    workers_from_sheet,
)

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("", first.first, name="first"),
    path("office/", board.board, name="board"),
    path("office/arrivals/<id:arrival>/", arrival.arrival, name="arrival"),
    path("office/arrivals/<id:arrival>/take-back", counts.take_back, name="count-take-back"),
    path("office/language", set_language, name="language"),
    path("office/people/<id:id>/", reception.reception, name="person"),
    path("office/people/<id:id>/held", held.held, name="person-held"),
    path("office/people/<id:id>/erase", held.erase, name="person-erase"),
    path("office/waiting/", waiting.waiting, name="waiting"),
    path("office/mission/", mission.mission, name="mission"),
    path("office/own/", own.people, name="own-people"),
    path("office/own/<id:id>/", own.person, name="own-person"),
    path("office/care/", in_care.in_care, name="in-care"),
    path("office/care/<id:id>/hand-over", in_care.hand_over, name="in-care-hand-over"),
    path("office/care/<id:id>/photo", in_care.photo, name="child-photo"),
    path("office/aside/", aside.aside, name="aside"),
    path("office/audit/", audit.audit, name="audit"),
    path("office/audit/person", audit.by_card, name="audit-person"),
    path("office/handover/", handover.handover, name="handover"),
    path("office/handover/<id:id>/", handover.told, name="handover-told"),
    path("office/tablets/<id:id>/lost", lost_tablet.lost, name="tablet-lost"),
    path("office/workers/from-sheet/", workers_from_sheet.give, name="workers-from-sheet"),
    path("office/workers/from-sheet/template.xlsx", workers_from_sheet.template, name="workers-template"),
    path("office/workers/from-sheet/add", workers_from_sheet.add, name="workers-add"),
    path("office/tablets/new/", add_tablet.add_tablet, name="tablet-new"),
]
