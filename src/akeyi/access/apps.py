"""The room of access in Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "akeyi.access"
