"""Addresses of the office pages about complaints and sealed statements."""

from django.urls import path

from akeyi.access import addresses

from .pages import keys, sealed

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/sealed/", sealed.boxes, name="sealed"),
    path("office/sealed/key", keys.make, name="sealed-key"),
    path("office/sealed/key/<id:id>/end", keys.end, name="sealed-key-end"),
    path("office/sealed/box/<id:id>/", sealed.box, name="sealed-box"),
    path("office/sealed/box/<id:id>/open", sealed.open_lock, name="sealed-open"),
    path("office/sealed/box/<id:id>/hand-over", sealed.hand_over, name="sealed-hand-over"),
    path("office/sealed/box/<id:id>/read", sealed.is_read, name="sealed-read"),
]
