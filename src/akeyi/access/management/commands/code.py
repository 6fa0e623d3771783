"""`akeyi code NAME`: a one-time code for the office, given at the machine itself, where no other manager can."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from akeyi.access import accounts
from akeyi.access.entrance.first_codes import A_DAY
from akeyi.access.models import OfficeAccount, Worker
from akeyi.access.walls import reads

from .site import HOW


class Command(BaseCommand):
    help = "Lets the only manager back in: a one-time code for the office, instead of a password that was forgotten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the name under which they sign in")
        parser.add_argument("--lost", action="store_true", help="their passkey or code app is lost: forget it too")

    def handle(self, *args: Any, **options: Any) -> None:
        account = OfficeAccount.objects.filter(user__username__iexact=options["name"]).first()
        worker = account and Worker.objects.filter(subject=account.worker, is_active=True).first()
        if not worker:
            raise CommandError("nobody who works here signs in under this name")
        name, code = (accounts.begin_anew if options["lost"] else accounts.open_account)(
            worker, A_DAY, opens=reads(["manager"])
        )
        self.stdout.write(f"  at the office: name {name}, one-time code {code}")
        self.stdout.write(HOW)
