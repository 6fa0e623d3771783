"""Addresses of the office pages about complaints, sealed statements and calls."""

from django.urls import path

from akeyi.access import addresses

from .pages import calls, complaint_answer, complaints, complaints_in_numbers, keys, sealed

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/calls/", calls.today, name="calls"),
    path("office/calls/numbers", calls.numbers, name="calls-numbers"),
    path("office/calls/<id:id>/", calls.call, name="call"),
    path("office/calls/<id:id>/number", calls.number, name="call-number"),
    path("office/calls/<id:id>/word", calls.word, name="call-word"),
    path("office/calls/<id:id>/outcome", calls.outcome, name="call-outcome"),
    path("office/calls/<id:id>/put-right", calls.put_right, name="call-put-right"),
    path("office/complaints/", complaints.board, name="complaints"),
    path("office/complaints/place", complaints.place, name="complaints-place"),
    path("office/complaints/numbers", complaints_in_numbers.numbers, name="complaints-numbers"),
    path("office/complaints/answer", complaint_answer.answer, name="complaint-answer"),
    path("office/complaints/<id:id>/", complaints.one, name="complaint"),
    path("office/complaints/<id:id>/due", complaints.due, name="complaint-due"),
    path("office/complaints/<id:id>/hand-on", complaints.hand_on, name="complaint-hand-on"),
    path("office/complaints/<id:id>/take", complaints.take, name="complaint-take"),
    path("office/sealed/", sealed.boxes, name="sealed"),
    path("office/sealed/key", keys.make, name="sealed-key"),
    path("office/sealed/key/<id:id>/end", keys.end, name="sealed-key-end"),
    path("office/sealed/box/<id:id>/", sealed.box, name="sealed-box"),
    path("office/sealed/box/<id:id>/open", sealed.open_lock, name="sealed-open"),
    path("office/sealed/box/<id:id>/hand-over", sealed.hand_over, name="sealed-hand-over"),
    path("office/sealed/box/<id:id>/pieces", sealed.pieces, name="sealed-pieces"),
    path("office/sealed/box/<id:id>/read", sealed.is_read, name="sealed-read"),
]
