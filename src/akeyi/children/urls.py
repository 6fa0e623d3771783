"""Addresses of the office pages about children who leave."""

from django.urls import path

from akeyi.access import addresses

from .pages import children

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/children/", children.children, name="children"),
    path("office/children/codes", children.make_codes, name="children-codes"),
    path("office/children/<id:id>/review", children.review, name="children-review"),
]
