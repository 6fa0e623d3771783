"""The room of assistance in Django; tells tablets how much is left."""

from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    name = "akeyi.assistance"

    def ready(self) -> None:
        from .tablets import open_to_tablets

        open_to_tablets()
