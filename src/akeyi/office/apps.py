"""The room of the office pages in Django."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "akeyi.office"

    def ready(self) -> None:
        from .languages import teach_django_kreyol

        teach_django_kreyol()
