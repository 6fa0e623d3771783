"""Addresses of the office pages that need several rooms, and of the frame."""

from django.urls import path
from django.views.i18n import set_language

from .pages import first, sign_in

urlpatterns = [
    path("", first.first, name="first"),
    path("office/sign-in", sign_in.SignIn.as_view(), name="sign-in"),
    path("office/sign-out", sign_in.SignOut.as_view(), name="sign-out"),
    path("office/language", set_language, name="language"),
]
