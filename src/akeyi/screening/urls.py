"""Addresses of the office pages about forms and what was answered to them."""

from django.urls import path

from akeyi.access import addresses

from .pages import answers, forms

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/forms/", forms.forms, name="forms"),
    path("office/forms/new/", forms.add, name="form-new"),
    path("office/forms/publish", forms.publish_it, name="form-publish"),
    path("office/forms/ours", forms.ours, name="forms-ours"),
    path("office/forms/<id:id>/", forms.form, name="form"),
    path("office/forms/<id:id>/switch", forms.switch, name="form-switch"),
    path("office/forms/<id:id>/answers.csv", answers.as_csv, name="answers-csv"),
    path("office/forms/<id:id>/answers.xlsx", answers.as_xlsx, name="answers-xlsx"),
]
