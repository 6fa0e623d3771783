"""Addresses of the office pages that need several rooms, and of the frame."""

from django.urls import path
from django.views.i18n import set_language

from .pages import add_tablet, board, first, sign_in

urlpatterns = [
    path("", first.first, name="first"),
    path("office/", board.board, name="board"),
    path("office/sign-in", sign_in.SignIn.as_view(), name="sign-in"),
    path("office/sign-out", sign_in.SignOut.as_view(), name="sign-out"),
    path("office/language", set_language, name="language"),
    path("office/tablets/new/", add_tablet.add_tablet, name="tablet-new"),
]
