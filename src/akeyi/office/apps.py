"""The room of the office pages in Django."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "akeyi.office"

    def ready(self) -> None:
        from .languages import teach_django_kreyol

        teach_django_kreyol()

        from akeyi.access.keeping import say_what_keeps

        from .care import held_by

        say_what_keeps(held_by)
