"""`akeyi notices`: notes the versions of what is read out to people; to be run every hour."""

from typing import Any

from django.core.management.base import BaseCommand

from akeyi.people import notices


class Command(BaseCommand):
    help = "Notes what is read out to people now, where its words or recordings were replaced."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{notices.keep_everywhere()} texts are new.")
