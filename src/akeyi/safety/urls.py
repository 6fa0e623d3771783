"""Addresses of the office pages about a hall that stays safe."""

from django.urls import path

from akeyi.access import addresses

from .pages import property

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/property/", property.things, name="property"),
]
