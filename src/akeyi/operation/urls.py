"""Addresses of what keeps the server alive, and of how long things are kept."""

from django.urls import path

from akeyi.access import addresses

from .pages import certificate, retention

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("authority.crt", certificate.authority),
    path("office/retention/", retention.retention, name="retention"),
]
