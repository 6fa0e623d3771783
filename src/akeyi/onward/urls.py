"""Addresses of the office pages about roads, trips and the night."""

from django.urls import path

from akeyi.access import addresses

from .pages import nights, roads, trips

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/roads/", roads.roads, name="roads"),
    path("office/roads/new/", roads.add, name="road-new"),
    path("office/roads/<id:id>/", roads.road, name="road"),
    path("office/roads/<id:id>/change", roads.change, name="road-change"),
    path("office/nights/", nights.nights, name="nights"),
    path("office/trips/", trips.trips, name="trips"),
    path("office/trips/new/", trips.add, name="trip-new"),
    path("office/trips/<id:id>/", trips.trip, name="trip"),
    path("office/trips/<id:id>/change", trips.change, name="trip-change"),
    path("office/trips/<id:id>/depart", trips.depart, name="trip-depart"),
    path("office/trips/<id:id>/not-left", trips.not_left, name="trip-not-left"),
    path("office/trips/<id:id>/heard", trips.heard, name="trip-heard"),
    path("office/trips/<id:id>/cancel", trips.cancel, name="trip-cancel"),
    path("office/trips/<id:id>/list", trips.drivers_list, name="trip-list"),
]
