"""Addresses of the office pages about items."""

from django.urls import path

from akeyi.access import addresses

from .pages import items

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/items/", items.items, name="items"),
    path("office/items/new/", items.add, name="item-new"),
    path("office/items/<id:id>/", items.item, name="item"),
    path("office/items/<id:id>/switch", items.switch, name="item-switch"),
]
