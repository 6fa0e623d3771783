"""The room of access in Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "akeyi.access"

    def ready(self) -> None:
        from allauth.account.signals import user_logged_in

        from . import noted
        from .entrance.throttle import remember

        user_logged_in.connect(remember)
        noted.listen()
