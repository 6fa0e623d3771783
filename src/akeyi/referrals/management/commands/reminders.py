"""`akeyi reminders`: writes to services for which something waits beyond its time; to be run every hour."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from akeyi.referrals import reminders


class Command(BaseCommand):
    help = "Writes to services that were sent somebody and have not answered in time: once, and naming nobody."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reminders.send_due(timezone.now())} letters went out.")
