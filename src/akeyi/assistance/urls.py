"""Addresses of the office pages about items and programmes."""

from django.urls import path

from akeyi.access import addresses

from .pages import items, programmes

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/items/", items.items, name="items"),
    path("office/items/new/", items.add, name="item-new"),
    path("office/items/<id:id>/", items.item, name="item"),
    path("office/items/<id:id>/switch", items.switch, name="item-switch"),
    path("office/programmes/", programmes.programmes, name="programmes"),
    path("office/programmes/new/", programmes.add, name="programme-new"),
    path("office/programmes/publish", programmes.publish, name="programme-publish"),
    path("office/programmes/<id:id>/", programmes.programme, name="programme"),
    path("office/programmes/<id:id>/end", programmes.end, name="programme-end"),
]
