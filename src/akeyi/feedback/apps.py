"""The room of feedback in Django; answers tablets on which nobody has signed in."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "akeyi.feedback"

    def ready(self) -> None:
        from .tablets import open_to_tablets

        open_to_tablets()
