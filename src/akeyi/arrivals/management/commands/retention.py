"""`akeyi retention`: erases what has been kept long enough; to be run every hour."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from akeyi.arrivals import retention


class Command(BaseCommand):
    help = "Erases lines of lists that found no person within 7 days of closing, and files of closed arrivals."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        lines, files = retention.erase_lines(now), retention.delete_files(now)
        self.stdout.write(f"Erased {lines} lines of lists, deleted {files} files.")
