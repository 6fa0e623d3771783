"""Addresses of the pages about arrivals; an arrival's own page needs several rooms and stands in the office."""

from django.urls import path

from akeyi.access import addresses as _ids  # noqa: F401 - teaches addresses what <id:…> is

from .pages import announce, from_list, listing, lists, status

urlpatterns = [
    path("office/arrivals/", listing.listing, name="arrivals"),
    path("office/arrivals/now", listing.without_notice, name="arrival-now"),
    path("office/arrivals/new/", announce.announce, name="arrival-new"),
    path("office/arrivals/from-list/", from_list.give, name="arrival-from-list"),
    path("office/arrivals/from-list/<id:arrival>/<id:file>/", from_list.preview, name="from-list-preview"),
    path("office/arrivals/<id:arrival>/change/", announce.change, name="arrival-change"),
    path("office/arrivals/<id:arrival>/expect/", announce.expect, name="arrival-expect"),
    path("office/arrivals/<id:arrival>/status", status.status, name="arrival-status"),
    path("office/arrivals/<id:arrival>/next-shift", status.next_shift, name="arrival-next-shift"),
    path("office/arrivals/<id:arrival>/lists/", lists.lists, name="lists"),
    path("office/arrivals/<id:arrival>/lists/<id:file>/", lists.preview, name="list-preview"),
    path("office/arrivals/<id:arrival>/lists/<id:file>/keep", lists.keep, name="list-keep"),
]
