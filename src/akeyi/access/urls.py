"""Addresses that tablets ask."""

from django.urls import path

from . import tablet

urlpatterns = [
    path("access/enrol", tablet.enrol),
    path("access/sign-in", tablet.sign_in),
    path("access/device", tablet.about),
    path("journal/facts", tablet.facts),
    path("journal/pull", tablet.pull),
]
