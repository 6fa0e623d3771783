"""Addresses of what keeps the server alive."""

from django.urls import path

from . import pages

urlpatterns = [path("authority.crt", pages.authority)]
