"""Addresses of the office pages about items, programmes, stock and money."""

from django.urls import path

from akeyi.access import addresses

from .pages import cash, items, programmes, stock, stores

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/cash/", cash.still_owed, name="cash"),
    path("office/floats/", cash.floats, name="floats"),
    path("office/items/", items.items, name="items"),
    path("office/items/new/", items.add, name="item-new"),
    path("office/items/<id:id>/", items.item, name="item"),
    path("office/items/<id:id>/switch", items.switch, name="item-switch"),
    path("office/programmes/", programmes.programmes, name="programmes"),
    path("office/programmes/new/", programmes.add, name="programme-new"),
    path("office/programmes/publish", programmes.publish, name="programme-publish"),
    path("office/programmes/<id:id>/", programmes.programme, name="programme"),
    path("office/programmes/<id:id>/end", programmes.end, name="programme-end"),
    path("office/items/<id:id>/kit", stores.kit, name="item-kit"),
    path("office/stock/", stock.stock, name="stock"),
    path("office/stock/move", stock.move, name="stock-move"),
    path("office/stock/<id:id>/take-back", stock.take_back, name="stock-take-back"),
    path("office/stock/stores/new/", stores.add, name="store-new"),
    path("office/stock/stores/<id:id>/", stores.store, name="store"),
    path("office/stock/stores/<id:id>/count", stock.count, name="stock-count"),
]
