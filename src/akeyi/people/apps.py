"""The room of people in Django; tells arrivals in which lines of their lists somebody was recognised."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "akeyi.people"

    def ready(self) -> None:
        from akeyi.arrivals.queries import say_lines_found

        from .queries import lines_found

        say_lines_found(lines_found)
