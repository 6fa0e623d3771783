"""Sets up the logs as soon as Akeyi starts, whatever is started."""

from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "akeyi.operation"

    def ready(self) -> None:
        from . import logs

        logs.configure()
