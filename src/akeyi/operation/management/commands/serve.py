"""`akeyi serve`: serves the desk and the office to this machine, or to the tablets of a hall."""

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from akeyi.operation import addresses, authority, greeting, serving

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - compared with, not bound to


class Command(BaseCommand):
    help = "Serves Akeyi until it is stopped. Tables are brought up to date first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets tablets of the network in")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="processes; as many as the machine has cores")
        parser.add_argument("--tls", action="store_true", help="with a certificate of this server's own authority")

    def handle(self, *args: Any, **options: Any) -> None:
        # The database and everything beside it is for this user alone.
        os.umask(0o077)
        if not serving.is_free(options["host"], options["port"]):
            raise CommandError(
                f"Port {options['port']} of {options['host']} cannot be used: another program may have it. "
                "Stop that one, or choose another with --port."
            )
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        names, reachable = addresses.host_names(settings.ALLOWED_HOSTS), addresses.local_addresses()
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *names, *(_in_url(address) for address in reachable)]
        files, renew = None, None
        if options["tls"]:
            renew = lambda: authority.ensure(settings.VAR / "tls", names, reachable)[1]  # noqa: E731 - None without TLS
            files, _ = authority.ensure(settings.VAR / "tls", names, reachable)
            settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
        # A connection that two processes share answers each with the other's rows.
        connections.close_all()
        serving.run(
            serving.Serving(
                host=options["host"],
                port=options["port"],
                workers=options["workers"],
                certificate=files.server if files else None,
                certificate_key=files.server_key if files else None,
                greet=lambda: self.greet(options, files),
                renew=renew,
            )
        )

    def greet(self, options: dict[str, Any], files: authority.Files | None) -> None:
        scheme = "https" if files else "http"
        hosts = _reached_at(options["host"])
        self.stdout.write("Akeyi serves at")
        for host in hosts:
            self.stdout.write(f"  {scheme}://{host}:{options['port']}")
        if files:
            self.stdout.write(f"Tablets trust it once they have {scheme}://{hosts[-1]}:{options['port']}/authority.crt")
            self.stdout.write(f"  SHA-256 {authority.fingerprint(files)}")
        for line in greeting.lines():
            self.stdout.write(line)
        self.stdout.flush()


def _reached_at(host: str) -> list[str]:
    """Where to point a browser: this machine first, then what a tablet on the network would use."""
    if host not in EVERYWHERE:
        return [f"[{host}]" if ":" in host else host]
    usable = [address for address in addresses.local_addresses() if not address.is_link_local]
    return [_in_url(address) for address in usable if address.version == 4 or host == "::"]


def _in_url(address: addresses.Address) -> str:
    return f"[{address}]" if address.version == 6 else str(address)
