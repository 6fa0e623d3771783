"""The room of arrivals in Django; tells access which arrivals are open."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    name = "akeyi.arrivals"

    def ready(self) -> None:
        from akeyi.access.streams import say_open_arrivals

        from .queries import open_arrivals

        say_open_arrivals(open_arrivals)
